/**
 * Every way in which a rule about go's words can be met, and texts that nearly meet one, with all that a user is told:
 * go-words.txt. `npx vitest run test/parsers/go-words.test.ts -u` writes it anew; read what changed.
 */
import { expect, test } from 'vitest';
import { faultOfGo } from '../../parsers/go-error.ts';

const m = 'github.com/a/b@v1.0.0';

/** As go writes them; a text that begins with ~ is none of go's. */
const words: readonly string[] = [
  // Versions and checksums.
  'go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)',
  'go: go.work requires go >= 1.99rc1 (running go 1.26.8)',
  'go: module ./x listed in go.work file requires go >= 1.99.1 (running go 1.26)',
  'go: a@v1.0.0: module example.com/x requires go >= 1.99.1 (running go devel)',
  '~ go.mod requires go >= 1.99',
  '~ the go.mud requires go >= 1.99 (running go 1.26)',
  '~ go.mod requires go > 1.99 (running go 1.26)',
  'go: download go1.99.0 for linux/amd64: toolchain not available',
  '~ download go1.99.0 for linux/amd64: toolchain available',
  "go.mod:3: invalid go version '1.22.0': must match format 1.23",
  "go.mod:3: invalid go version '1.23rc1': must match format 1.23\nmore",
  "~ invalid go version '1.22.0': must match format 1.234",
  "~ invalid go version 'X': must match format 1.23",
  "~ invalid go version '1.22.0': must match format 1.23.0",
  'go: module ./a listed in go.work file requires go >= 1.26, but go.work lists go 1.20; to update it:',
  'go: module a listed in go.work file requires go >= 1.26, but go.work lists go 1.20\tnow',
  '~ module a listed in go.work file requires go >= 1.26, and go.work lists go 1.20',
  `verifying ${m}: checksum mismatch`,
  `verifying ${m}/go.mod: checksum mismatch`,
  `~ verifying ${m}: checksum match`,
  `verifying ${m}: github.com/a/b@v1.0.0: reading https://sum.golang.org/lookup/x: 404 Not Found`,
  `verifying ${m}: initializing sumdb.Client: no such key`,
  `verifying ${m}: the checksum database says no`,
  `~ verifying ${m}: sum-golang-org`,
  'malformed go.sum:\n/m/go.sum:1: wrong number of fields 2\nand more',
  '~ malformed go.sum: /m/go.sum:1',
  `go: ${m}: missing go.sum entry for go.mod file; to add it:`,
  `go: ${m} (replaced by example.com/c@v1.0.0): missing go.sum entry`,
  'a.go:3:8: missing go.sum entry for module providing package x',
  '~ a missing go-sum entry',
  // go.mod, go.work, and what they name.
  "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
  "go: cannot find main module; see 'go help modules'",
  '~ go.mod file not found',
  `go: ${m} (replaced by ../b): reading ../b/go.mod: open /m/b/go.mod: no such file or directory`,
  `go: ${m} (replaced by ..\\b): reading ..\\b\\go.mod: open C:\\b\\go.mod: The system cannot find the file specified.`,
  `~ ${m} (replaced by ../b): reading ../b/go.mod: open /m/b/go.mod: too many links`,
  'go: conflicting replacements for example.com/x:\n\t../a\n\t../b\nuse "go work edit -replace"',
  'go: conflicting replacements for example.com/x:\n\texample.com/y@v1.0.0   \n\n',
  '~ conflicting replacements for example.com/x:\n../a',
  'go: workspace module example.com/a is replaced at all versions in the go.work file. To fix, …',
  '~ workspace module example.com/a is replaced in the go.work file',
  'go: cannot load module ./b c listed in go.work file: open b c/go.mod: no such file or directory',
  '~ cannot load module b listed in go.work file: open b/go.mod: a disk error',
  "go: no modules were found in the current workspace; see 'go help work'",
  '~ no modules were found',
  'go.work:3: path ./a appears multiple times in workspace',
  'go: module example.com/a appears multiple times in workspace',
  '~ folder ./a appears multiple times in workspace',
  'go: error reading go.mod: missing module declaration. To specify the module path:',
  '~ missing module line',
  'go: errors parsing go.mod:\ngo.mod:3: unknown directive: foo\ngo.mod:4: usage',
  'go: errors parsing /m/my mod/go.work:\n/m/go.work:1: oh',
  '~ errors parsing go.sum:\ngo.sum:3: oh',
  '~ errors parsing go.mod: go.mod:3: oh',
  `go: ${m}: parsing go.mod:\n\tmodule declares its path as: example.com/b\n\t        but was required as: github.com/a/b`,
  `go: ${m} (replaced by x@v1.0.0): parsing go.mod: module declares its path as: example.com/b but was required as: y`,
  `~ ${m}: parsing go.mod:\n\tmodule declares its path as: example.com/b`,
  'go: updates to go.mod needed; to update it:',
  'go: updates to go.work needed',
  'go: inconsistent vendoring in /m:',
  '~ updates to go.sum needed',
  'go: parsing $GOFLAGS: unknown flag -foo\nmore',
  '~ parsing GOFLAGS: unknown flag -foo',
  'flag provided but not defined: -modfile\nusage: go mod graph',
  '~ flag not defined: -modfile',
  // Module, proxy, disk.
  'go: writing stat cache: no space left on device',
  'go: write x: disk quota exceeded',
  'go: write x: There is not enough space on the disk.',
  '~ no space left',
  'go: module cache not found: neither GOMODCACHE nor GOPATH is set',
  'build cache is required, but could not be located: GOCACHE is not defined',
  'GOCACHE is not defined and neither $XDG_CACHE_HOME nor $HOME are defined',
  '~ module cache not found',
  'go: mkdir /home/dev/x: permission denied',
  'go: open /home/dev/y: read-only file system',
  'go: open C:\\x: Access is denied.',
  '~ permission denied: /home/dev/x',
  `go: ${m}: module lookup disabled by GOPROXY=off`,
  `~ ${m}: module lookup disabled by GOPROXY=none`,
  'go: invalid proxy URL scheme (must be https, http, file): ftp://x',
  'go: GOPROXY list is not the empty string, but contains no entries',
  '~ GOPROXY is empty',
  `go: ${m}: git fetch: exit status 128: fatal: could not read Username for 'https://x': terminal prompts disabled`,
  `go: ${m}: git fetch: could not read Username for 'https://x'`,
  `go: ${m}: git fetch: Authentication failed for 'https://x'`,
  `go: ${m}: git@x: Permission denied (publickey).`,
  `go: ${m}: reading https://proxy/x: 401 Unauthorized`,
  `~ ${m}: Permission denied`,
  ...[
    'connection refused',
    'no such host',
    'Could not resolve host: github.com',
    'network is unreachable',
    'i/o timeout',
    'connection reset by peer',
    'TLS handshake timeout',
    'no route to host',
    'read tcp: EOF',
    '500 Internal Server Error',
    '502 Bad Gateway',
    '503 Service Unavailable',
    '504 Gateway Timeout',
  ].map((why) => `go: ${m}: Get "https://proxy/x": ${why}`),
  `go: ${m}: Get "https://proxy/x": EOF\nmore`,
  `~ ${m}: EOF of the story`,
  `~ ${m}: read tcp: EOFs`,
  '~ connection refused',
  'go: Get "https://x": x509: certificate signed by unknown authority\nmore',
  'go: certificate is not trusted',
  'go: certificate has expired or is not yet valid',
  '~ a certificate is fine',
  `go: ${m}: GOVCS disallows using git for public github.com/a/b; see 'go help vcs'`,
  '~ GOVCS allows using git',
  `go: ${m}: invalid version: unknown revision v1.0.0`,
  `go: ${m}: git fetch: unknown revision abc\nmore`,
  `go: ${m}: unknown revision abc`,
  '~ unknown revision abc',
  `go: ${m}: reading https://proxy/x/@v/v1.0.0.mod: 404 Not Found`,
  `go: ${m}: reading https://proxy/x/@v/v1.0.0.mod: 403 Forbidden\n\tserver response: no`,
  `go: ${m}: reading https://proxy/x/@v/v1.0.0.mod: 410 Gone`,
  `~ ${m}: reading https://proxy/x: 418 Teapot`,
  `~ ${m}: reading https://proxy/x: 404`,
  `go: ${m}: unrecognized import path "github.com/a/b"`,
  `go: ${m}: git ls-remote: ERROR: Repository not found.`,
  `go: ${m}: git ls-remote -q x: exit status 128`,
  `~ ${m}: exit status 1`,
  // The name before what went wrong.
  'go: a b@v1.0.0: unknown revision x',
  'go: x@y@v1.0.0: unknown revision x',
  'go:a@v1.0.0: unknown revision x',
  `go: ${'a'.repeat(500)}@v1.0.0: unknown revision x`,
  `go: ${'a'.repeat(393)}@v1.0.0: unknown revision x`,
  `go: ${'a'.repeat(394)}@v1.0.0: unknown revision x`,
  // Words of progress, and ends of lines.
  'go: downloading a v1.0.0\r\ngo: finding b v1.0.0\r\ngo: extracting c v1.0.0\r\ngo: the moon is full\r\nand so on\r\n',
  '  go: downloading the moon\n',
  'the go: downloading stays',
  'go: go: twice',
  '\n\n go: with space around \n\n',
];

test('what each means', async () => {
  const told = words.map((stderr) => {
    const { code, message, hint, detail } = faultOfGo({ command: 'go mod graph', status: 1, stderr });
    const kept = detail === stderr ? [] : [`  detail ${JSON.stringify(detail)}`];
    return [JSON.stringify(stderr), `  ${code}: ${message}`, `  ${hint ?? ''}`, ...kept].join('\n');
  });
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('go-words.txt');
});

test('what is none of go’s words is met by no rule', () => {
  const met = words
    .filter((text) => text.startsWith('~'))
    .filter(
      (stderr) => !faultOfGo({ command: 'go x', status: 2, stderr }).message.startsWith('go x failed with status 2: ~'),
    );
  expect(met).toEqual([]);
});

test.each([
  [{ status: null, signal: 'SIGKILL', stderr: '' }, 'go-killed', 'go list was ended by SIGKILL.', undefined],
  [{ status: null, signal: 'SIGKILL', stderr: 'go: oh' }, 'go-killed', 'go list was ended by SIGKILL.', 'go: oh'],
  [{ status: null, signal: null, stderr: 'go: oh' }, 'go-failed', 'go list failed: oh', 'go: oh'],
  [{ status: null, stderr: '' }, 'go-failed', 'go list failed.', undefined],
  [{ status: 7, stderr: '' }, 'go-failed', 'go list failed with status 7.', undefined],
] as const)('how it ended: %j', (ended, code, message, detail) => {
  const fault = faultOfGo({ command: 'go list', ...ended });
  expect([fault.code, fault.message, fault.detail]).toEqual([code, message, detail]);
  expect(fault.hint).toBe(
    code === 'go-killed'
      ? 'Something stopped it from outside: too little memory is the usual reason.'
      : 'Run `go list` in the folder of the module to see the same.',
  );
});
