/** What go's words mean: as go 1.26 prints them, and as go 1.21 to 1.25 do where they differ (cmd/go of those releases). */
import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../../graph/model/verdict.ts';
import { understood } from '../../../parsers/go-refusal/refusals.ts';

/** Words → `code subject`, and who needs it. */
type Row = readonly [what: string, words: string, code: RefusalCode, subject: string, by?: readonly string[]];

const rows: readonly Row[] = [
  [
    'a package of the name of one of go, with a vendor folder',
    'ambiguous import: found package fmt in multiple directories:\n\t/usr/local/go/src/fmt\n\t/home/me\n',
    'ambiguous-import',
    'fmt',
  ],
  [
    'an import of a module that only a dependency requires',
    'package example.com/main imports example.com/a from implicitly required module; to add missing requirements, run:\n\tgo get example.com/a@v1.0.0\n',
    'updates-needed',
    'go.mod',
  ],
  [
    'a -mod in GOFLAGS that a workspace does not take',
    'go: -mod may only be set to readonly or vendor when in workspace mode, but it is set to "mod"\n\tRemove the -mod flag to use the default readonly value, \n\tor set GOWORK=off to disable workspace mode.',
    'goflags-unreadable',
    'GOFLAGS',
  ],
  [
    'a zip of the module cache that was cut short',
    '-> unzip GOMODCACHE/cache/download/example.com/!a/@v/v1.0.0.zip: zip: not a valid zip file\nmain.go:2:8: unzip GOMODCACHE/cache/download/example.com/!a/@v/v1.0.0.zip: zip: not a valid zip file',
    'cache-broken',
    'example.com/A@v1.0.0',
  ],
  [
    'one of which a byte was lost',
    'go: unzip /home/me/go/pkg/mod/cache/download/example.com/a/v2/@v/v2.0.0-rc.1.zip: zip: checksum error',
    'cache-broken',
    'example.com/a/v2@v2.0.0-rc.1',
  ],
  [
    'a value of a flag in GOFLAGS',
    'go: invalid boolean value "maybe" for flag -trimpath (from $GOFLAGS): parse error',
    'goflags-unreadable',
    'GOFLAGS',
  ],
  [
    'a sum of a go.mod that is missing',
    'go: example.com/a@v1.0.0: missing go.sum entry for go.mod file; to add it:\n\tgo mod download example.com/a\n',
    'go-sum-missing',
    'example.com/a@v1.0.0',
  ],
  [
    'the same down a chain of requirements',
    'go: example.com/b@v1.0.0 requires\n\texample.com/a@v1.0.0: missing go.sum entry for go.mod file; to add it:\n\tgo mod download example.com/a\n',
    'go-sum-missing',
    'example.com/a@v1.0.0',
    ['example.com/b@v1.0.0'],
  ],
  [
    'the same of a replaced module',
    'go: example.com/a@v1.0.0 (replaced by example.com/fork@v1.0.1): missing go.sum entry for go.mod file; to add it:\n\tgo mod download example.com/a',
    'go-sum-missing',
    'example.com/a@v1.0.0',
  ],
  [
    'the same in go 1.16 to 1.20, without a command',
    'go: example.com/a@v1.0.0: missing go.sum entry',
    'go-sum-missing',
    'example.com/a@v1.0.0',
  ],
  [
    'a sum of a source that is missing',
    'main.go:3:8: missing go.sum entry for module providing package example.com/a (imported by example.com/main); to add:\n\tgo get example.com/main\n',
    'go-sum-missing',
    'example.com/a',
    ['example.com/main'],
  ],
  [
    'a sum of a module that may provide the package, too',
    'main.go:3:8: missing go.sum entry needed to verify package example.com/a/b (imported by example.com/main) is provided by exactly one module; to add:\n\tgo get example.com/main\n',
    'go-sum-missing',
    'example.com/a/b',
    ['example.com/main'],
  ],
  [
    'a line of go.sum of another length',
    'malformed go.sum:\n/home/me/go.sum:1: wrong number of fields 2\n',
    'go-sum-malformed',
    '/home/me/go.sum',
  ],
  [
    'the same of go.work.sum',
    'malformed go.sum:\n./go.work.sum:7: wrong number of fields 1',
    'go-sum-malformed',
    'go.work.sum',
  ],
  [
    'a sum that does not fit',
    'verifying example.com/a@v1.0.0/go.mod: checksum mismatch\n\tdownloaded: h1:AAA=\n\tgo.sum:     h1:BBB=\n\nSECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.\nThe bits may have been replaced on the origin server.\n',
    'checksum-mismatch',
    'example.com/a@v1.0.0',
  ],
  [
    'a go.mod that go would write',
    'go: updates to go.mod needed; to update it:\n\tgo mod tidy\n',
    'updates-needed',
    'go.mod',
  ],
  [
    'the same, where a flag forbids it',
    'go: updates to go.mod needed, disabled by -mod=readonly; to update it:\n\tgo mod tidy\n',
    'updates-needed',
    'go.mod',
  ],
  [
    'the same of go.sum (go 1.16)',
    'go: updates to go.sum needed, disabled by -mod=readonly',
    'updates-needed',
    'go.sum',
  ],
  [
    'a godebug of go.mod',
    'go: errors parsing go.mod:\ngo.mod:5: unknown godebug "nosuch"\n',
    'unknown-godebug',
    'nosuch',
  ],
  [
    'a godebug of go.work',
    'go: error loading go.work:\n./go.work:5: unknown godebug "nosuch"\n',
    'unknown-godebug',
    'nosuch',
  ],
  [
    'a go line that is too new',
    'go: go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)',
    'go-too-new',
    'go.mod',
  ],
  ['the same without the machine', 'go: ./go.mod requires go >= 1.99 (running an older go)', 'go-too-new', 'go.mod'],
  [
    'a go line of a dependency that is too new',
    'go: example.com/a@v1.1.0: module example.com/a@v1.1.0 requires go >= 1.999 (running go 1.26.8)',
    'go-too-new',
    'example.com/a@v1.1.0',
  ],
  [
    'a go line of words (go 1.20 and before)',
    "go: errors parsing go.mod:\ngo.mod:3: invalid go version '1.21.0': must match format 1.23",
    'go-too-new',
    'go.mod',
  ],
  [
    'a line of go.mod',
    'go: errors parsing go.mod:\n./go.mod:4: unknown directive: reqire\n',
    'file-unreadable',
    'go.mod',
  ],
  [
    'a line of the go.mod of a member',
    'go: cannot load module lib listed in go.work file: errors parsing lib/go.mod:\nlib/go.mod:5: unknown directive: reqire\n',
    'file-unreadable',
    'lib/go.mod',
  ],
  [
    'a go.mod of a dependency',
    'go: example.com/bad@v1.0.0: parsing go.mod: go.mod:5: syntax error (unterminated block started at go.mod:3:1)',
    'file-unreadable',
    'example.com/bad@v1.0.0',
  ],
  [
    'a byte order mark',
    "go: errors parsing go.mod:\ngo.mod:1: unexpected input character '\\ufeff'\n",
    'file-unreadable',
    'go.mod',
  ],
  [
    'a module path that is none',
    `go: malformed module path "example.com/m x": invalid char ' '`,
    'file-unreadable',
    'go.mod',
  ],
  [
    'a go.mod without a module line',
    'go: error reading go.mod: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod\n',
    'file-unreadable',
    'go.mod',
  ],
  [
    'v2 without /v2 in go.mod',
    'go: errors parsing go.mod:\ngo.mod:5: require example.com/a: version "v2.0.0" invalid: should be v0 or v1, not v2\n',
    'major-suffix-missing',
    'example.com/a',
  ],
  [
    'v2 without /v2, asked of the repository',
    'go: example.com/a@v2.0.0: invalid version: module contains a go.mod file, so module path must match major version ("example.com/a/v2")',
    'major-suffix-missing',
    'example.com/a@v2.0.0',
  ],
  [
    'a path that the go.mod does not declare',
    'go: example.com/old@v1.0.0: parsing go.mod:\n\tmodule declares its path as: example.com/new\n\t        but was required as: example.com/old\n',
    'path-mismatch',
    'example.com/old@v1.0.0',
  ],
  [
    'two spellings',
    'package example.com/main\n\timports example.com/Log: case-insensitive import collision: "example.com/Log" and "example.com/log"',
    'case-collision',
    'example.com/Log',
  ],
  [
    'a vendor folder out of step',
    'go: inconsistent vendoring in /home/me:\n\texample.com/a@v1.1.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt\n\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor\n',
    'vendor-out-of-step',
    'vendor',
  ],
  [
    'a package that vendor lacks',
    'main.go:3:8: cannot find module providing package example.com/a: import lookup disabled by -mod=vendor\n\t(Go version in go.mod is at least 1.14 and vendor directory exists.)\n',
    'vendor-out-of-step',
    'example.com/a',
    ['main.go'],
  ],
  [
    'a package in two modules',
    'main.go:3:8: ambiguous import: found package example.com/a/b in multiple modules:\n\texample.com/a v1.0.0 (/c/a)\n\texample.com/a/b v1.0.0 (/c/b)\n',
    'ambiguous-import',
    'example.com/a/b',
    ['main.go'],
  ],
  [
    'a ring of imports',
    'package example.com/main/x\n\timports example.com/main/y from x.go\n\timports example.com/main/x from y.go: import cycle not allowed\n',
    'import-cycle',
    'example.com/main/x',
  ],
  [
    'replacements that differ',
    'go: conflicting replacements for example.com/lib:\n\t./one\n\t./two\nuse "go work edit -replace example.com/lib=[override]" to resolve\n',
    'workspace-replace-conflict',
    'example.com/lib',
  ],
  [
    'a module version for two module paths',
    'go: example.com/b@v1.0.0 used for two different module paths (example.com/b and example.com/x)',
    'replacement-shared',
    'example.com/b@v1.0.0',
  ],
  [
    'a folder for two module paths',
    'go: ../b@ used for two different module paths (example.com/b and example.com/x)',
    'replacement-shared',
    '../b',
  ],
  [
    'a member that is replaced',
    'go: workspace module example.com/lib is replaced at all versions in the go.work file. To fix, remove the replacement from the go.work file or specify the version at which to replace the module.',
    'workspace-main-replaced',
    'example.com/lib',
  ],
  [
    'a folder of go.work that is not there',
    'go: cannot load module gone listed in go.work file: open gone/go.mod: no such file or directory',
    'workspace-use-missing',
    'gone',
  ],
  [
    'a folder of go.work twice',
    'go: error loading go.work:\ngo.work:5: path ./x appears multiple times in workspace',
    'workspace-use-repeated',
    'x',
  ],
  [
    'a go line of go.work that is too low',
    'go: module app listed in go.work file requires go >= 1.22, but go.work lists go 1.21; to update it:\n\tgo work use\n',
    'workspace-go-line',
    'go.work',
  ],
  [
    'no go line of go.work',
    'go: module . listed in go.work file requires go >= 1.21, but go.work implicitly requires go 1.18; to update it:\n\tgo work use\n',
    'workspace-go-line',
    'go.work',
  ],
  [
    'an empty go.work',
    `go: cannot match "all": no modules were found in the current workspace; see 'go help work'`,
    'workspace-empty',
    'go.work',
  ],
  ['GOFLAGS', 'go: parsing $GOFLAGS: unknown flag -nosuch', 'goflags-unreadable', 'GOFLAGS'],
  [
    'a -mod in GOFLAGS',
    "-mod=sometimes not supported (can be '', 'mod', 'readonly', or 'vendor')",
    'goflags-unreadable',
    'GOFLAGS',
  ],
  [
    'a replace folder that is not there',
    'go: example.com/api@v0.0.0 (replaced by ../api): reading ../api/go.mod: open ../api/go.mod: no such file or directory',
    'replace-folder-missing',
    'example.com/api@v0.0.0',
  ],
  [
    'a version that takes the place of another and is not there',
    'go: example.com/a@v1.0.0 (replaced by example.com/a@v1.9.0): reading file:///p/example.com/a/@v/v1.9.0.mod: no such file or directory',
    'version-missing',
    'example.com/a@v1.0.0',
  ],
  [
    'a version that is not there',
    'go: example.com/a@v1.0.0: reading https://proxy.example/example.com/a/@v/v1.0.0.mod: 404 Not Found\n\tserver response: not found: example.com/a@v1.0.0: invalid version: unknown revision v1.0.0',
    'version-missing',
    'example.com/a@v1.0.0',
  ],
  [
    'a host that does not answer',
    'go: corp.example/x@v1.0.0: Get "http://127.0.0.1:1/corp.example/x/@v/v1.0.0.mod": dial tcp 127.0.0.1:1: connect: connection refused',
    'module-unreachable',
    'corp.example/x@v1.0.0',
  ],
  [
    'a host that wants a sign-in',
    "go: corp.example/x@v1.0.0: invalid version: git ls-remote -q origin in /c/cache/vcs/abc: exit status 128:\n\tfatal: could not read Username for 'https://corp.example': terminal prompts disabled\nConfirm the import path was entered correctly.\n",
    'module-unreachable',
    'corp.example/x@v1.0.0',
  ],
  [
    'a repository that the proxy may not read',
    "go: corp.example/x@v1.0.0: reading https://proxy.example/corp.example/x/@v/v1.0.0.mod: 404 Not Found\n\tserver response:\n\tnot found: corp.example/x@v1.0.0: invalid version: git ls-remote -q origin in /tmp/x: exit status 128:\n\t\tfatal: could not read Username for 'https://corp.example': terminal prompts disabled\n\tConfirm the import path was entered correctly.\n\tIf this is a private repository, see https://golang.org/doc/faq#git_https for additional information.\n",
    'module-unreachable',
    'corp.example/x@v1.0.0',
  ],
  [
    'a proxy that is out of order',
    'go: example.com/a@v1.0.0: reading https://proxy.example/example.com/a/@v/v1.0.0.mod: 503 Service Unavailable',
    'module-unreachable',
    'example.com/a@v1.0.0',
  ],
  [
    'a version that looks like a status',
    'go: example.com/a@v1.0.503 (replaced by example.com/a@v1.0.500): reading file:///p/example.com/a/@v/v1.0.500.mod: no such file or directory',
    'version-missing',
    'example.com/a@v1.0.503',
  ],
  [
    'a package that no module provides',
    'main.go:3:8: no required module provides package example.com/none; to add it:\n\tgo get example.com/none\n',
    'package-missing',
    'example.com/none',
    ['main.go'],
  ],
  [
    'the same in a workspace, and of a main module',
    'main.go:3:8: cannot find module providing package example.com/main/gen: import lookup disabled by -mod=readonly',
    'package-missing',
    'example.com/main/gen',
    ['main.go'],
  ],
  [
    'a package that its module lacks',
    'main.go:3:8: module example.com/a@latest found (v1.1.0), but does not contain package example.com/a/lacking',
    'package-missing',
    'example.com/a/lacking',
    ['main.go'],
  ],
  [
    'a package of go that there is not',
    'main.go:3:8: package encoding/yaml is not in std (/usr/local/go/src/encoding/yaml)\n',
    'package-missing',
    'encoding/yaml',
    ['main.go'],
  ],
  [
    'the same in go 1.20 and before',
    'main.go:3:8: package encoding/yaml is not in GOROOT (/usr/local/go/src/encoding/yaml)\n',
    'package-missing',
    'encoding/yaml',
    ['main.go'],
  ],
  ['a file to embed', 'main.go:5:12: pattern words.txt: no matching files found\n', 'package-error', 'main.go'],
  [
    'no file for this platform',
    'package example.com/main\n\timports example.com/main/there: build constraints exclude all Go files in /home/me/there\n',
    'package-error',
    'example.com/main/there',
  ],
  [
    'two packages in a folder',
    'found packages main (main.go) and other (other.go) in /home/me',
    'package-error',
    '/home/me',
  ],
  [
    'an internal package',
    'package example.com/m\n\tm.go:2:8: use of internal package internal/abi not allowed\n',
    'package-error',
    'example.com/m',
  ],
  [
    'file names that differ in case',
    'package example.com/m: case-insensitive file name collision: "M.go" and "m.go"\n',
    'package-error',
    'example.com/m',
  ],
  [
    'C without cgo',
    'package example.com/m: C source files not allowed when not using cgo or SWIG: x.c\n',
    'package-error',
    'example.com/m',
  ],
  ['a link to nowhere', 'open gone.go: no such file or directory\n', 'package-error', 'gone.go'],
  ['a NUL', 'read m.go: unexpected NUL in input\n', 'package-error', 'm.go'],
  ['words that nobody knows', 'go: the moon is full\n', 'go-refuses', 'go.mod'],
];

const cases = rows.map(([what, words, code, subject, by]) => ({ what, words, code, subject, by }));

describe('go’s words', () => {
  it.each(cases)('$what', ({ words, code, subject, by }) => {
    const { refusals, notAsked } = understood(words);
    expect(refusals).toMatchObject([{ code, subject, ...(by === undefined ? {} : { by }) }]);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.text).not.toMatch(/^go: /);
    expect(notAsked).toEqual([]);
  });

  it.each(cases)('$what: the same with the line ends of Windows', ({ words, code, subject }) => {
    expect(understood(words.replaceAll('\n', '\r\n')).refusals).toMatchObject([{ code, subject }]);
  });
});

it('one refusal a cause, with everyone in it who needs what is lacking', () => {
  const line = (file: string): string =>
    `${file}:3:8: no required module provides package example.com/none; to add it:\n\tgo get example.com/none\n`;
  expect(understood(line('b.go') + line('a.go') + line('a.go')).refusals).toMatchObject([
    { code: 'package-missing', subject: 'example.com/none', by: ['a.go', 'b.go'] },
  ]);
});

describe('what says nothing of the files', () => {
  it.each([
    ['the network is off', 'go: example.com/a@v1.0.0: module lookup disabled by GOPROXY=off'],
    ['a full disk', 'go: writing stat cache: open /c/x: no space left on device'],
    ['no module cache', 'go: module cache not found: neither GOMODCACHE nor GOPATH is set'],
  ])('%s is no refusal', (_, words) => {
    const { refusals, notAsked } = understood(words);
    expect(refusals).toEqual([]);
    expect(notAsked).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['progress', 'go: downloading example.com/a v1.0.0\ngo: finding module for package x\n'],
    ['a warning', 'go: warning: ignoring symlink /home/me/linked\n'],
    ['a requirement that was dropped', 'go: dropping requirement on excluded version example.com/a v1.0.0\n'],
    ['the same, read-only', 'go: ignoring requirement on excluded version example.com/a v1.0.0\n'],
  ])('%s', (_, words) => {
    expect(understood(words)).toEqual({ refusals: [], notAsked: [] });
  });

  it('is told in the line that says it', () => {
    const words =
      'go: errors parsing go.mod:\n./go.mod:5: require a: version "latest" invalid: module lookup disabled by GOPROXY=off\n';
    expect(understood(words).notAsked).toEqual([
      './go.mod:5: require a: version "latest" invalid: module lookup disabled by GOPROXY=off',
    ]);
  });

  it('what is refused beside it counts', () => {
    const words = 'a.go:1:8: module lookup disabled by GOPROXY=off\nb.go:1:8: package nosuch is not in std (/x)\n';
    expect(understood(words).refusals.map(({ code }) => code)).toEqual(['package-missing']);
  });
});

it('a flood of words is read in no time to speak of, and never throws', () => {
  const flood = `${'x@v1.0.0 requires\n\t'.repeat(50_000)}y: missing go.sum entry\n${'(a@'.repeat(100_000)}`;
  expect(understood(flood).refusals.length).toBeLessThan(10);
});
