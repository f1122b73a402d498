/** The rules for paths and versions against golang.org/x/mod/module itself, as the go command carries it. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { escapedPath, escapedVersion } from '../../../graph/module/escape.ts';
import { refusedFilePath, refusedImportPath, refusedPath, splitPathVersion } from '../../../graph/module/path.ts';
import { canonicalVersion, refusedMajor, refusedModule } from '../../../graph/module/version.ts';
import { hostileNames, hostileVersions } from '../../support/hostile-names.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

/** Answers a line of JSON for each pair on stdin. */
const program = `package main

import (
	"encoding/json"
	"os"

	"example.com/table/module"
)

type Answer struct {
	Path, Import, File, Module, EscapedPath, EscapedVersion, Prefix, Major, Canonical string
	Split, Matches                                                                  bool
}

func words(err error) string {
	if err == nil {
		return ""
	}
	if e, ok := err.(*module.InvalidPathError); ok {
		return e.Err.Error()
	}
	return "refused"
}

func main() {
	var pairs [][2]string
	if err := json.NewDecoder(os.Stdin).Decode(&pairs); err != nil {
		panic(err)
	}
	var all []Answer
	for _, pair := range pairs {
		path, version := pair[0], pair[1]
		var a Answer
		a.Path = words(module.CheckPath(path))
		a.Import = words(module.CheckImportPath(path))
		a.File = words(module.CheckFilePath(path))
		if module.Check(path, version) != nil {
			a.Module = "refused"
		}
		a.EscapedPath, _ = module.EscapePath(path)
		a.EscapedVersion, _ = module.EscapeVersion(version)
		a.Prefix, a.Major, a.Split = module.SplitPathVersion(path)
		a.Matches = module.MatchPathMajor(version, a.Major)
		a.Canonical = module.CanonicalVersion(version)
		all = append(all, a)
	}
	if err := json.NewEncoder(os.Stdout).Encode(all); err != nil {
		panic(err)
	}
}
`;

interface Answer {
  readonly Path: string;
  readonly Import: string;
  readonly File: string;
  readonly Module: string;
  readonly EscapedPath: string;
  readonly EscapedVersion: string;
  readonly Prefix: string;
  readonly Major: string;
  readonly Canonical: string;
  readonly Split: boolean;
  readonly Matches: boolean;
}

/** Pieces of paths and of versions, put together every way. */
const hosts = [
  'example.com',
  'gopkg.in',
  'example',
  'Example.com',
  'exam_ple.com',
  '-x.com',
  'x-.com',
  'a.b.',
  '',
  '1.2',
];
const tails = [
  ...['', '/a', '/A', '/a/v2', '/a/v1', '/a/v0', '/a/v02', '/a/v2.1', '/v2', '/a/v', '/a/v10', '/av2', '/a/V2'],
  ...['/a.v2', '/a.v2-unstable', '/a.v0', '/a.v01', '/a.v', '.v3', '/.v3', '/a.v0-unstable', '/a-unstable'],
  ...[
    '/con',
    '/CON.txt',
    '/conx',
    '/lpt1',
    '/a~1',
    '/a~',
    '/a~1b',
    '/a~1.b',
    '/~1',
    '/.a',
    '/a.',
    '/a..b',
    '/+a',
    '/a+',
  ],
  ...[
    '/a b',
    '/ä',
    '/a!b',
    '/a@b',
    '/a:b',
    '/a\\b',
    '/a//b',
    '/a/',
    '/..',
    '/.',
    '/...',
    '/\u0000',
    '/日本',
    '/\u0301',
  ],
];
const versions = [
  ...['v1.2.3', 'v1', 'v1.2', 'v2.0.0', 'v2.0.0+incompatible', 'v0.0.0-20180906233101-161cd47e91fd', 'v1.0.0-rc.1'],
  ...['v1.0.0+meta', 'v1.0.0-01', 'v01.0.0', 'v1.0.0-', 'v1.0.0+', 'v10.0.0', 'V1.0.0', 'v3.1.0', 'master', 'latest'],
  ...[
    'v1.0.0/x',
    'a!b',
    'a b',
    'ä',
    '',
    '.',
    '..',
    'a.',
    'con',
    'A',
    'v1.0.0-Rc',
    'v2.0.0-x+incompatible',
    'v1+incompatible',
  ],
];

const pairs: [string, string][] = [
  ...hosts.flatMap((host) =>
    tails.flatMap((tail) => versions.map((version): [string, string] => [host + tail, version])),
  ),
  ...hostileNames.map((name, n): [string, string] => [name, versions[n % versions.length]!]),
  ...hostileVersions.map((version): [string, string] => ['example.com/a', version]),
].filter((pair) => !pair.some((text) => /\p{Surrogate}/u.test(text)));

test(`${pairs.length.toLocaleString('en')} paths and versions are judged as go judges them`, () => {
  const folder = temporaryFolder();
  const source = path.join(
    execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim(),
    'src/cmd/vendor/golang.org/x/mod',
  );
  for (const part of ['module', 'semver', 'internal/lazyregexp'])
    cpSync(path.join(source, part), path.join(folder, 'mod', part), { recursive: true });
  layOut(folder, {
    'go.mod':
      'module example.com/table\n\ngo 1.21\n\nrequire golang.org/x/mod v0.0.0\n\nreplace golang.org/x/mod => ./mod\n',
    'mod/go.mod': 'module golang.org/x/mod\n\ngo 1.21\n',
    'main.go': program.replace('example.com/table/module', 'golang.org/x/mod/module'),
  });
  const output = execFileSync('go', ['run', '.'], {
    cwd: folder,
    env: { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off', GOPROXY: 'off', GOTOOLCHAIN: 'local' },
    input: JSON.stringify(pairs),
    maxBuffer: 1 << 28,
  });
  const answers = JSON.parse(output.toString('utf8')) as Answer[];
  expect(answers.length).toBe(pairs.length);
  const differing = answers.flatMap((go, n) => {
    const [name, version] = pairs[n]!;
    const split = splitPathVersion(name);
    const ours: Answer = {
      Path: refusedPath(name) ?? '',
      Import: refusedImportPath(name) ?? '',
      File: refusedFilePath(name) ?? '',
      Module: refusedModule(name, version) === undefined ? '' : 'refused',
      EscapedPath: escapedPath(name) ?? '',
      EscapedVersion: escapedVersion(version) ?? '',
      Prefix: split?.prefix ?? name,
      Major: split?.major ?? '',
      Canonical: canonicalVersion(version),
      Split: split !== undefined,
      Matches: refusedMajor(version, split?.major ?? '') === undefined,
    };
    const [one, other] = [told(ours), told(go)];
    return isDeepStrictEqual(one, other) ? [] : [{ name, version, ours: one, go: other }];
  });
  expect(differing).toEqual([]);
}, 600_000);

/** Go writes the character that it refuses in its own quotes. */
function told({ Path, Import, File, ...rest }: Answer): Answer {
  const plain = (words: string): string => words.replace(/(?:'.*'|".*")/s, 'X').replace(/ \(.*/, '');
  return { ...rest, Path: plain(Path), Import: plain(Import), File: plain(File) };
}
