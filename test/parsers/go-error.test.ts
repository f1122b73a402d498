import { describe, expect, test } from 'vitest';
import { faultOfGo, moduleInWords } from '../../parsers/go-error.ts';
import { recordedText } from '../recorded.ts';

/** What go 1.26 writes, with what a user must be told. */
const cases: readonly (readonly [name: string, stderr: string, code: string, message: string, hint: string])[] = [
  [
    'a go line that is too new',
    'go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)\n',
    'go-too-new',
    'go.mod requires go 1.99, and this is go 1.26.8.',
    '--toolchain auto',
  ],
  [
    'a replaced module whose go line is too new',
    'go: example.com/x@v1.0.0: module ../x requires go >= 1.99.1 (running go 1.26.8; GOTOOLCHAIN=local)\n',
    'go-too-new',
    'module ../x requires go 1.99.1, and this is go 1.26.8.',
    '--go PATH names one that is installed',
  ],
  [
    'a toolchain that is not there',
    'go: downloading go1.99.0 (linux/amd64)\ngo: download go1.99.0 for linux/amd64: toolchain not available\n',
    'go-too-new',
    'no such toolchain for linux/amd64',
    'go and toolchain lines',
  ],
  [
    'a go line in the form of a later go, seen by go 1.20',
    "go: errors parsing go.mod:\n/home/dev/m/go.mod:3: invalid go version '1.22.0': must match format 1.23\n",
    'go-too-new',
    'go.mod says go 1.22.0',
    '--go PATH names one that is installed',
  ],
  [
    'a go line that is none',
    "go: errors parsing go.mod:\ngo.mod:3: invalid go version 'latest': must match format 1.23.0\n",
    'bad-input',
    "go.mod cannot be read: go.mod:3: invalid go version 'latest'",
    'go.dev/ref/mod',
  ],
  [
    'a checksum that differs',
    'verifying github.com/spf13/cobra@v1.8.1/go.mod: checksum mismatch\n\tdownloaded: h1:wHxE=\n\tgo.sum:     h1:AAAA=\n\nSECURITY ERROR\n',
    'checksum-mismatch',
    'github.com/spf13/cobra@v1.8.1/go.mod is not what its recorded checksum says.',
    'an empty module cache',
  ],
  [
    'a broken go.sum',
    'malformed go.sum:\n/home/dev/m/go.sum:1: wrong number of fields 2\n',
    'bad-input',
    'go.sum cannot be read: /home/dev/m/go.sum:1: wrong number of fields 2',
    'Delete the broken line',
  ],
  [
    'a missing sum',
    'go: github.com/spf13/cobra@v1.8.1: missing go.sum entry for go.mod file; to add it:\n\tgo mod download github.com/spf13/cobra\n',
    'go-failed',
    'go.sum has no line for github.com/spf13/cobra@v1.8.1.',
    'Have go add it',
  ],
  [
    'no go.mod',
    "go: go.mod file not found in current directory or any parent directory; see 'go help modules'\n",
    'no-module',
    'There is no go.mod here',
    'modscope DIR',
  ],
  [
    'a relative replacement that is not there',
    recordedText('etcd', 'graph.err'),
    'go-failed',
    'go.etcd.io/etcd/api/v3@v3.5.14 is replaced by the folder ../api, where there is no go.mod.',
    'Check out the whole repository',
  ],
  [
    'the same in another monorepo',
    recordedText('otelcol', 'list.err'),
    'go-failed',
    'go.opentelemetry.io/collector@v0.104.0 is replaced by the folder ../, where there is no go.mod.',
    'Check out the whole repository',
  ],
  [
    'replacements that disagree in a workspace',
    recordedText('etcd-workspace', 'conflicting-replacements.err'),
    'bad-input',
    '/home/dev/src/etcd-workspace/api/FORBIDDEN_DEPENDENCY and /home/dev/src/etcd-workspace/api',
    'by a replace line for go.etcd.io/etcd/api/v3',
  ],
  [
    'a module of the workspace that is replaced',
    'go: workspace module example.com/a is replaced at all versions in the go.work file. To fix, remove the replacement from the go.work file or specify the version at which to replace the module.\n',
    'bad-input',
    'go.work uses example.com/a and replaces it',
    'the replace line for example.com/a',
  ],
  [
    'a used folder that is missing',
    'go: cannot load module b listed in go.work file: open b/go.mod: no such file or directory\n',
    'bad-input',
    'go.work uses the folder b, which holds no go.mod.',
    'take its line out of go.work',
  ],
  [
    'a folder used twice',
    'go: error loading go.work:\ngo.work:3: path /home/dev/work/a appears multiple times in workspace\n',
    'bad-input',
    'go.work names the path /home/dev/work/a more than once.',
    'one use line',
  ],
  [
    'a go.work that is too old for a module',
    'go: module a listed in go.work file requires go >= 1.26, but go.work lists go 1.20; to update it:\n\tgo work use\n',
    'bad-input',
    'a requires go 1.26, and go.work says go 1.20.',
    'go work use',
  ],
  [
    'an unknown directive',
    'go: errors parsing go.mod:\ngo.mod:3: unknown directive: foo\ngo.mod:4: usage: require module/path v1.2.3\n',
    'bad-input',
    'go.mod cannot be read: go.mod:3: unknown directive: foo',
    'go.dev/ref/mod',
  ],
  [
    'no module line',
    'go: error reading go.mod: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod\n',
    'bad-input',
    'The go.mod has no module line.',
    'module example.com/name',
  ],
  [
    'a module that calls itself something else',
    'go: github.com/a/b@v1.0.0: parsing go.mod:\n\tmodule declares its path as: example.com/b\n\t        but was required as: github.com/a/b\n',
    'go-failed',
    'github.com/a/b@v1.0.0 is required as github.com/a/b, but its go.mod says it is example.com/b.',
    'replace github.com/a/b by a version of example.com/b',
  ],
  [
    'a proxy that is down',
    'go: github.com/spf13/cobra@v1.8.1: Get "http://127.0.0.1:1/github.com/spf13/cobra/@v/v1.8.1.mod": dial tcp 127.0.0.1:1: connect: connection refused\n',
    'go-failed',
    'The network failed while go looked up github.com/spf13/cobra@v1.8.1.',
    '--offline',
  ],
  [
    'no network for git',
    "go: github.com/x/private@v1.0.0: reading github.com/x/private/go.mod at revision v1.0.0: git ls-remote -q https://github.com/x/private in /home/dev/go/pkg/mod/cache/vcs/0c: exit status 128:\n\tfatal: unable to access 'https://github.com/x/private/': Could not resolve host: github.com\n",
    'go-failed',
    'github.com/x/private@v1.0.0 was not found.',
    'GOPRIVATE',
  ],
  [
    'a private module',
    "go: github.com/x/private@v1.0.0: invalid version: git ls-remote -q origin in /home/dev/go/pkg/mod/cache/vcs/0c: exit status 128: fatal: could not read Username for 'https://github.com': terminal prompts disabled\n",
    'go-failed',
    'github.com/x/private@v1.0.0 can only be had by signing in',
    'GOPRIVATE',
  ],
  [
    'offline with an empty cache',
    'go: github.com/x/y@v1.0.0: module lookup disabled by GOPROXY=off\n',
    'go-failed',
    'github.com/x/y@v1.0.0 is not in the module cache',
    '--offline',
  ],
  [
    'a version that the proxy does not have',
    'go: github.com/spf13/cobra@v1.8.99: reading https://proxy.example/github.com/spf13/cobra/@v/v1.8.99.mod: 404 Not Found\n\tserver response: not found: unknown revision v1.8.99\n',
    'go-failed',
    'github.com/spf13/cobra@v1.8.99 could not be had: the server answered 404.',
    'check its name and version',
  ],
  [
    'a full disk',
    'go: writing stat cache: write /home/dev/go/pkg/mod/cache/x: no space left on device\n',
    'write-failed',
    'The disk is full: go could not write /home/dev/go/pkg/mod/cache/x.',
    'Make room',
  ],
  [
    'a full folder for temporary files',
    'go: creating work dir: mkdir /tmp/go-build123: no space left on device\n',
    'write-failed',
    'go could not write /tmp/go-build123.',
    'TMPDIR names another folder',
  ],
  [
    'a full disk of nobody knows what',
    'go: no space left on device\n',
    'write-failed',
    'go could not write to its caches.',
    'Make room',
  ],
  [
    'a cache that may not be written',
    'go: creating work dir: mkdir /home/dev/x: permission denied\n',
    'go-failed',
    'go may not read or write /home/dev/x.',
    'GOMODCACHE',
  ],
  [
    'a flag of a later go',
    'flag provided but not defined: -modfile\nusage: go mod graph\n',
    'go-too-old',
    '-modfile',
    '--go PATH',
  ],
  [
    'GOFLAGS that is none',
    'go: parsing $GOFLAGS: unknown flag -foo\n',
    'go-failed',
    'unknown flag -foo',
    'go env -u GOFLAGS',
  ],
  [
    'something new',
    'go: the moon is full\nand so on\n',
    'go-failed',
    'go mod graph failed with status 1: the moon is full',
    'go mod graph',
  ],
  ['nothing at all', '', 'go-failed', 'go mod graph failed with status 1.', 'go mod graph'],
];

describe('a go command that failed', () => {
  test.each(cases)('%s', (_name, stderr, code, message, hint) => {
    const fault = faultOfGo({ command: 'go mod graph', status: 1, stderr });
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(message);
    expect(fault.message).not.toContain('\n');
    expect(fault.hint).toContain(hint);
    // No command that was not tried: go env shows or unsets, go work use is go's own word (samples/findings).
    const known = /^go (?:env |work use$|mod graph$)/;
    for (const [, command = ''] of fault.hint?.matchAll(/`(go [^`]+)`/g) ?? []) expect(command).toMatch(known);
  });

  test("go's own words are kept whole, but for lines of progress", () => {
    const stderr = 'go: downloading a v1.0.0\ngo: b@v1.0.0: something\n\tmore of it\n';
    expect(faultOfGo({ command: 'go list', status: 1, stderr }).detail).toBe('go: b@v1.0.0: something\n\tmore of it');
  });

  test('a signal', () => {
    const fault = faultOfGo({ command: 'go mod graph', status: null, signal: 'SIGKILL', stderr: '' });
    expect(fault.code).toBe('go-killed');
    expect(fault.message).toBe('go mod graph was ended by SIGKILL.');
  });

  test('a flood of words is cut', () => {
    const fault = faultOfGo({ command: 'go mod graph', status: 1, stderr: `go: ${'x y@z '.repeat(1_000_000)}` });
    expect(fault.detail!.length).toBeLessThanOrEqual(65_536);
    expect(fault.message.length).toBeLessThan(200);
  });

  test('a long word is cut in the message, and kept in the detail', () => {
    const stderr = `malformed go.sum:\ngo.sum:1: ${'x'.repeat(5000)}`;
    const fault = faultOfGo({ command: 'go mod graph', status: 1, stderr });
    expect(fault.message).toMatch(/^go\.sum cannot be read: go\.sum:1: x+…$/);
    expect(fault.message.length).toBeLessThan(500);
    expect(fault.detail).toBe(stderr);
  });

  test('a text full of @ does not cost hours', () => {
    const stderr = `${'go@1.21'.repeat(9000)}\n`.repeat(2);
    expect(faultOfGo({ command: 'go mod graph', status: 1, stderr }).code).toBe('go-failed');
  });

  test('what stands far behind in an endless line is not looked for, so that no line costs minutes', () => {
    const far = faultOfGo({
      command: 'go mod graph',
      status: 1,
      stderr: `go: ${'a@b: '.repeat(1000)}repository not found`,
    });
    expect(far.message).toContain('go mod graph failed with status 1');
    const near = faultOfGo({
      command: 'go mod graph',
      status: 1,
      stderr: `go: ${'a@b: '.repeat(100)}repository not found`,
    });
    expect(near.message).toBe('a@b was not found.');
  });
});

test('the module that the words are about', () => {
  expect(moduleInWords('go: github.com/a/b@v1.0.0: oh no')).toBe('github.com/a/b@v1.0.0');
  expect(moduleInWords(recordedText('etcd', 'graph.err'))).toBe('go.etcd.io/etcd/api/v3@v3.5.14');
  expect(moduleInWords('verifying a.b/c@v1.2.3/go.mod: checksum mismatch')).toBe('a.b/c@v1.2.3');
  expect(moduleInWords('go: no module here')).toBeUndefined();
});

test('sends nobody to run the command again where a finding knows the cause', () => {
  const of = (stderr: string): string | undefined => faultOfGo({ command: 'go mod graph', status: 1, stderr }).hint;
  expect(of('go: error loading go.mod:\ngo.mod:8: unknown godebug "foo"\n')).toBe(
    'The findings tell the cause, and what mends it.',
  );
  expect(of('go: something that nobody has seen\n')).toContain('to see the same');
});
