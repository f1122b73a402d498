import { describe, expect, it } from 'vitest';
import { readGoFile } from '../../parsers/go-file.ts';

const imports = (text: string): readonly string[] => readGoFile('a.go', text).imports;
const constraint = (name: string, text = 'package a\n'): string => readGoFile(name, text).constraint;

describe('imports of a Go file', () => {
  it.each([
    ['one', 'package a\nimport "fmt"\n', ['fmt']],
    ['several lines', 'package a\nimport "fmt"\nimport `os`;import "io"\n', ['fmt', 'os', 'io']],
    ['a group', 'package a\n\nimport (\n\t"fmt"\n\n\t"os"\n)\nvar x = "no"\n', ['fmt', 'os']],
    ['names', 'package a\nimport (\n_ "x"\n. "y"\nz "z"\nö "w"\n)\nimport _ "v"\n', ['x', 'y', 'z', 'w', 'v']],
    ['C', 'package a\n/*\n#include "x.h"\nimport "no"\n*/\nimport "C"\n', ['C']],
    ['comments', '// import "no"\npackage a // import "example.com/a"\nimport /* x */ "fmt" // y\n', ['fmt']],
    ['a comment in a group', 'package a\nimport (\n// "no"\n"fmt" // )\n/* "no" */ "os"\n)\n', ['fmt', 'os']],
    ['what looks like a comment in a path', 'package a\nimport "http://x"\n', ['http://x']],
    ['none after the first declaration', 'package a\nimport "fmt"\nvar x = `\nimport "no"\n`\n', ['fmt']],
    ['a byte order mark', '\uFEFFpackage a\nimport "fmt"\n', ['fmt']],
    ['line ends of Windows', 'package a\r\nimport (\r\n"fmt"\r\n)\r\n', ['fmt']],
    ['no Go', '{"import": "fmt"}', []],
    ['nothing', '', []],
    ['an open comment', 'package a /* import "no"', []],
    ['an open string', 'package a\nimport "fmt', []],
    ['nothing before the package clause', 'x package a\nimport "fmt"\n', []],
    [
      'much space',
      'package   abc  ;\nimport   "fmt"\nimport   name   "os"\nimport   (  "io"  )\n',
      ['fmt', 'os', 'io'],
    ],
    ['little space', 'package abc;import"fmt";import name"os";import("io")', ['fmt', 'os', 'io']],
    ['no second clause', 'package a\nimport "fmt"\nfoo; import "os"\n', ['fmt']],
    ['a group of no import', 'package a\nimport "fmt"\nvar (\nx = "no"\n)\nimport ("os")\n', ['fmt']],
    ['words between', 'package a\nimport "fmt"\nx import (\n"os"\n)\n', ['fmt']],
    ['a mark of byte order at the end', 'package a\nimport "fmt"\n\uFEFF', ['fmt']],
    ['an empty comment', 'package a\nimport /**/"fmt"\nimport/**/"os"\n', ['fmt', 'os']],
    ['a comment that closes at once', 'package a /*/ import "no" */\nimport "fmt"\n', ['fmt']],
    ['a comment between words', 'package/**/a\nimport/**/x/**/"fmt"\n', ['fmt']],
    ['a comment sign in back quotes', 'package a\nimport `a/*b`\nimport `c*/d`\n', ['a/*b', 'c*/d']],
    ['code behind a declaration', 'package a\nfunc f() {}\nimport "no"\n', []],
    ['a name like a declaration', 'package a\nvariable "no"\nimport "no"\n', []],
    ['a quote in a later comment', 'package a\nimport "fmt"\nfunc f() {} // "\n', ['fmt']],
    ['no line end', 'package a\nimport "fmt" // x', ['fmt']],
  ])('%s', (_, text, expected) => {
    expect(imports(text)).toEqual(expected);
  });

  it('reads a file of one long line in no time to speak of', () => {
    expect(imports(`package a${' '.repeat(200_000)}import "fmt"`)).toEqual(['fmt']);
    expect(imports(`package a\nimport (${'x '.repeat(100_000)}`)).toEqual([]);
    expect(constraint('a.go', `${'//\n'.repeat(500_000)}//go:build x\npackage a\n`)).toBe('x');
    expect(imports(`package a\n${'import "x"\n'.repeat(20_000)}`)).toHaveLength(20_000);
    expect(imports(`package a\nimport ${'x'.repeat(300_000)}`)).toEqual([]);
  });
});

describe('the constraint of a Go file', () => {
  it.each([
    ['a.go', ''],
    ['windows.go', ''],
    ['a_windows.go', '_windows'],
    ['a_windows_test.go', '_windows'],
    ['a_arm64.go', '_arm64'],
    ['a_linux_arm64.go', '_linux_arm64'],
    ['linux_arm64.go', '_arm64'],
    ['a_unix.go', ''],
    ['a_test.go', ''],
    ['a.go_windows.go', '_windows'],
    ['a_windows.gox', ''],
    ['a_test_windows.go', '_windows'],
    ['_windows.go', '_windows'],
    ['a_linux_windows.go', '_windows'],
    ['a_arm64_linux.go', '_linux'],
    ['a_linux_arm64_x.go', ''],
    ['a_x_arm64.go', '_arm64'],
    ['a.go', ''],
  ])('is the ending of %s: %j', (name, expected) => {
    expect(constraint(name)).toBe(expected);
  });

  it.each([
    ['a line', '//go:build windows && !arm64\n\npackage a\n', 'windows && !arm64'],
    ['after a licence', '// Copyright\n/* x */\n\n//go:build tools\npackage a\n', 'tools'],
    ['the first of two', '//go:build a\n//go:build b\npackage a\n', 'a'],
    ['none after the package clause', 'package a\n\n//go:build windows\n', ''],
    ['none with a space', '// go:build windows\npackage a\n', ''],
    ['an older line', '// +build windows\n\npackage a\n', 'windows'],
    ['older lines', '// +build linux,cgo darwin\n// +build !x\n\npackage a\n', '((linux && cgo) || darwin) && !x'],
    ['much space', '//go:build   a   \n//   +build   no\npackage a\n', 'a'],
    ['much space in an older line', '//   +build   a   b  \npackage a\n', 'a || b'],
    ['no space in an older line', '//+build a\npackage a\n', 'a'],
    ['words before it', '// x //go:build a\n// x // +build a\npackage a\n', ''],
    ['a word that begins so', '//go:builder a\n// +builder a\npackage a\n', ''],
    ['one word, and one with a comma', '// +build a\n// +build b,c\npackage a\n', 'a && (b && c)'],
    ['in a comment of several lines', '/*\n//go:build a\n*/\npackage a\n', ''],
    ['behind a string', '"x"\n//go:build a\npackage a\n', ''],
    ['behind code', 'x\n//go:build a\npackage a\n', ''],
    ['both kinds', '//go:build windows\n// +build windows\n\npackage a\n', 'windows'],
  ])('%s', (_, text, expected) => {
    expect(constraint('a.go', text)).toBe(expected);
  });

  it('says ending and line where the line does not repeat the ending', () => {
    expect(constraint('a_windows.go', '//go:build windows && cgo\npackage a\n')).toBe('windows && cgo');
    expect(constraint('a_windows.go', '//go:build cgo\npackage a\n')).toBe('_windows, cgo');
    expect(constraint('a_linux_arm64.go', '//go:build linux\npackage a\n')).toBe('_linux_arm64, linux');
    expect(constraint('a_arm.go', '//go:build arm64\npackage a\n')).toBe('_arm, arm64');
    expect(constraint('a_arm.go', '//go:build !arm\npackage a\n')).toBe('_arm, !arm');
    expect(constraint('a_arm.go', '//go:build x.arm || armx\npackage a\n')).toBe('_arm, x.arm || armx');
    expect(constraint('a_linux_arm.go', '//go:build (linux) && arm\npackage a\n')).toBe('(linux) && arm');
  });
});
