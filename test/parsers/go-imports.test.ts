/** Imports taken out of Go files: by hand, and against go/parser on go's own sources. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importPaths, importRanges, readImports, withoutRanges } from '../../parsers/go-imports.ts';
import { temporaryFolder } from '../support/tree.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

function without(text: string, ...gone: readonly string[]): string {
  const source = bytes(text);
  return Buffer.from(
    withoutRanges(
      source,
      importRanges(source, (one) => gone.includes(one)),
    ),
  ).toString('utf8');
}

describe('a file without some imports', () => {
  it.each([
    ['one of its own', 'package a\n\nimport "x"\nimport "y"\n', 'package a\n\n\nimport "y"\n'],
    ['the only one', 'package a\nimport "x"\n', 'package a\n\n'],
    [
      'in a group',
      'package a\nimport (\n\t"fmt"\n\t"x"\n\n\t"y"\n)\n',
      'package a\nimport (\n\t"fmt"\n\t\n\n\t"y"\n)\n',
    ],
    ['the only one of a group', 'package a\nimport (\n\t"x"\n)\n', 'package a\nimport (\n\t\n)\n'],
    ['a name', 'package a\nimport (\nq "x"\ny "y"\n)\n', 'package a\nimport (\n\ny "y"\n)\n'],
    ['a name of its own', 'package a\nimport q "x"\n', 'package a\n\n'],
    ['a dot', 'package a\nimport . "x"\nimport (\n. "x"\n."x"\n)\n', 'package a\n\nimport (\n\n\n)\n'],
    ['a blank one', 'package a\nimport _ "x"\n', 'package a\n\n'],
    ['a name that is not ASCII', 'package ä\nimport ö "x"\nimport ü "y"\n', 'package ä\n\nimport ü "y"\n'],
    ['back quotes', 'package a\nimport `x`\nimport `y`\n', 'package a\n\nimport `y`\n'],
    ['semicolons', 'package a; import "x"; import "y"; import "x"\n', 'package a;  import "y"; \n'],
    ['semicolons in a group', 'package a\nimport ("x"; "y"; "x")\n', 'package a\nimport ( "y"; )\n'],
    ['a semicolon further on', 'package a\nimport ("x" /* c */ ; "y")\n', 'package a\nimport ( /* c */  "y")\n'],
    ['no space', 'package a;import"x";import("y";"x");var z="x"', 'package a;import("y";);var z="x"'],
    ['comments beside it', 'package a\n// d\nimport "x" // e\nimport "y"\n', 'package a\n// d\n // e\nimport "y"\n'],
    ['comments in it', 'package a\nimport /* b */ q /* c */ "x" /* d */\n', 'package a\n /* d */\n'],
    ['twice', 'package a\nimport "x"\nimport p "x"\n', 'package a\n\n\n'],
    ['one of two paths of a beginning', 'package a\nimport (\n"x/y"\n"x"\n)\n', 'package a\nimport (\n"x/y"\n\n)\n'],
    [
      'line ends of Windows',
      'package a\r\nimport (\r\n\t"x"\r\n\t"y"\r\n)\r\n',
      'package a\r\nimport (\r\n\t\r\n\t"y"\r\n)\r\n',
    ],
    ['a byte order mark', '\uFEFFpackage a\nimport "x"\n', '\uFEFFpackage a\n\n'],
    [
      'constraints',
      '//go:build tools\n// +build tools\n\npackage a\n\nimport _ "x"\n',
      '//go:build tools\n// +build tools\n\npackage a\n\n\n',
    ],
    [
      'escapes',
      'package a\nimport "\\x78"\nimport "\\u0079"\nimport "\\170"\nimport "\\U00000078"\n',
      'package a\n\nimport "\\u0079"\n\n\n',
    ],
    ['a carriage return in back quotes', 'package a\nimport `x\r`\n', 'package a\n\n'],
  ])('%s', (_, text, expected) => {
    expect(without(text, 'x')).toBe(expected);
  });

  it.each([
    ['import "C" and what stands above it', 'package a\n\n// #include <x.h>\nimport "C"\n'],
    ['"C" in a group', 'package a\nimport (\n/*\nimport "x"\n*/\n"C"\n)\n'],
    ['comments', '// import "x"\npackage a // import "x"\n/* import "x" */\n// "x"\nvar y = 1\n'],
    [
      'what stands in a string behind the imports',
      'package a\nimport "y"\nconst s = `\nimport "x"\n`\nvar t = "import \\"x\\""\n',
    ],
    ['an embedded file', 'package a\nimport _ "embed"\n//go:embed "x"\nvar s string\n'],
    ['an import behind a declaration', 'package a\nvar y = 1\nimport "x"\n'],
    ['a word that begins like import', 'package a\nimports "x"\nimport "x"\n'],
    ['no package clause', 'import "x"\n'],
    ['a package clause behind something', 'x package a\nimport "x"\n'],
    ['a file that is no Go', '{ "import": "x" }'],
    ['a slash alone', 'package a\n/ import "x"\n'],
    ['an open comment', 'package a\n/* import "x"'],
    ['an open string', 'package a\nimport "x'],
    ['a string over two lines', 'package a\nimport "x\n"\n'],
    ['an empty file', ''],
  ])('leaves %s', (_, text) => {
    expect(without(text, 'x', 'C')).toBe(text);
  });

  it('reads what stands before a mistake', () => {
    expect(without('package a\nimport "x"\nimport oops\nimport "x"\n', 'x')).toBe(
      'package a\n\nimport oops\nimport "x"\n',
    );
    expect(without('package a\nimport ("x"\n', 'x')).toBe('package a\nimport (\n');
  });

  it('does not bring a comment above import "C"', () => {
    const text = 'package a\n\n// #cgo nonsense\nimport "x"\nimport "C"\n';
    expect(without(text, 'x')).toBe('package a\n\n// #cgo nonsense\n\nimport "C"\n');
  });

  it('counts bytes, whatever the text before is made of', () => {
    const source = bytes('// 漢字 🦊\npackage a\nimport "x"\n');
    expect(importRanges(source, () => true)).toEqual([{ start: 25, end: 35 }]);
    expect(source.subarray(25, 35).toString()).toBe('import "x"');
  });

  it('keeps bytes that are no UTF-8, and reads paths that are no ASCII', () => {
    const source = Buffer.concat([
      bytes('package a // '),
      Buffer.from([0xff, 0xfe]),
      bytes('\nimport "x"\nimport "é/ö"\n'),
    ]);
    const left = withoutRanges(
      source,
      importRanges(source, (one) => one === 'x'),
    );
    expect(Buffer.from(left)).toEqual(
      Buffer.concat([bytes('package a // '), Buffer.from([0xff, 0xfe]), bytes('\n\nimport "é/ö"\n')]),
    );
    expect(importPaths(source)).toEqual(['x', 'é/ö']);
  });

  it('takes a part of a larger buffer for what it is', () => {
    const whole = bytes('import "y"\npackage a\nimport "x"\n');
    expect(importPaths(whole.subarray(11))).toEqual(['x']);
  });

  it('reads long files in one go', () => {
    expect(readImports(`package a${' '.repeat(300_000)}import "x"`)).toHaveLength(1);
    expect(readImports(`package a\n${'import "x";'.repeat(50_000)}`)).toHaveLength(50_000);
    expect(readImports(`package a\nimport "${'\\x'.repeat(200_000)}`)).toEqual([]);
    expect(readImports(`package a\nimport ${'/**/'.repeat(200_000)}"x"`)).toHaveLength(1);
  });
});

/** Prints, for each file of a folder, its name and what it imports, as JSON; fails where one is no Go. */
const judge = `package main

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
)

func main() {
	out := map[string][]string{}
	names, _ := filepath.Glob(filepath.Join(os.Args[1], "*.txt"))
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			panic(err)
		}
		paths := []string{}
		for _, one := range file.Imports {
			path, _ := strconv.Unquote(one.Path.Value)
			paths = append(paths, path)
		}
		out[filepath.Base(name)] = paths
	}
	json.NewEncoder(os.Stdout).Encode(out)
}
`;

/** Go files of go's own sources below some folders, those that are no Go on purpose left out. */
function ownSources(): string[] {
  const root = path.join(execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim(), 'src');
  return ['net', 'os', 'runtime/cgo', 'crypto/tls', 'cmd/go/internal/modload', 'cmd/cgo/internal']
    .map((one) => path.join(root, one))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
    )
    .filter((name) => name.endsWith('.go') && !name.includes('testdata'));
}

it('agrees with go/parser on what go itself is made of, whichever imports are taken out', { timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  const [kept, cut] = [path.join(folder, 'kept'), path.join(folder, 'cut')];
  for (const one of [kept, cut]) mkdirSync(one);
  const expected = new Map<string, { readonly all: string[]; readonly left: string[] }>();
  let n = 0;
  for (const file of ownSources()) {
    const source = readFileSync(file);
    const all = importPaths(source);
    // Each third path, another third in each file.
    const gone = (one: string): boolean => (one.length + n) % 3 === 0;
    const name = `${String(n++)}.txt`;
    writeFileSync(path.join(kept, name), source);
    writeFileSync(path.join(cut, name), withoutRanges(source, importRanges(source, gone)));
    expected.set(name, { all, left: all.filter((one) => one === 'C' || !gone(one)) });
  }
  expect(expected.size).toBeGreaterThan(500);
  const program = path.join(folder, 'judge.go');
  writeFileSync(program, judge);
  const told = (of: string): unknown =>
    JSON.parse(
      execFileSync('go', ['run', program, of], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, GO111MODULE: 'off', GOFLAGS: '' },
        maxBuffer: 64 << 20,
      }),
    );
  expect(told(kept)).toEqual(Object.fromEntries([...expected].map(([name, { all }]) => [name, all])));
  expect(told(cut)).toEqual(Object.fromEntries([...expected].map(([name, { left }]) => [name, left])));
});
