import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fault } from '../../graph/fault.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { parseModEdit } from '../../parsers/mod-edit.ts';
import { recordedText } from '../recorded.ts';
import { goEditPrints } from './go-prints.ts';
import { thrown } from './thrown.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'go-mod-text-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the real go says of a go.mod; undefined when it refuses it. */
function asGoReads(text: string): unknown {
  const file = join(folder, 'go.mod');
  writeFileSync(file, text);
  const printed = goEditPrints('mod', file);
  if (printed === undefined) return undefined;
  try {
    return parseModEdit(printed);
  } catch (error) {
    if (error instanceof Fault && error.code === 'bad-input') return undefined;
    throw error;
  }
}

function asWeRead(text: string): unknown {
  try {
    return readGoMod(text).main;
  } catch (error) {
    if (error instanceof Fault && error.code === 'bad-input') return undefined;
    throw error;
  }
}

const recorded = [
  ...['caddy', 'cobra', 'echo', 'etcd', 'golangci-lint', 'gopls', 'helm', 'hugo', 'kubectl', 'otelcol', 'prometheus'],
  ...['traefik', 'etcd-workspace/modules/server', 'etcd-workspace/modules/api', 'etcd-workspace/modules/client/v3'],
];

describe('the go.mod of real modules', () => {
  test.each(recorded)('%s is read as `go mod edit -json` reads it', (name) => {
    const text = recordedText(name, 'go.mod');
    expect(asWeRead(text)).toEqual(asGoReads(text));
    expect(readGoMod(text).main.require.length).toBeGreaterThan(0);
  });

  test('the lines of the requirements are those on which they stand', () => {
    const text = recordedText('kubectl', 'go.mod');
    const lines = text.split('\n');
    const { main, requireLines } = readGoMod(text);
    expect(requireLines).toHaveLength(main.require.length);
    main.require.forEach(({ path, version }, i) => {
      expect(lines[requireLines[i]! - 1]).toContain(`${path} ${version}`);
    });
  });
});

const start = 'module example.com/m\n';
const accepted: Record<string, string> = {
  'everything at once': `// Deprecated: use v2
module "example.com/m" // the module
go 1.24.0
toolchain go1.24.1
godebug default=go1.21
godebug (
	panicnil=1
)
require example.com/a v1.0.0
require (
	example.com/b v1.2.3 // indirect
	example.com/c v1.2.3 // indirect; because of x
	example.com/d v1.2.3 //indirect
	example.com/e v1.2.3 // indirectly
	example.com/f v1.2.3 // because indirect
	example.com/g v1.2.3// indirect
	"example.com/h" "v1.2.3"
)
exclude example.com/a v1.1.0
exclude (
	example.com/b v1.3.0
)
replace example.com/a => ../a
replace (
	example.com/b v1.2.3 => example.com/fork v1.9.9
	example.com/c => example.com/c v1.2.4
	example.com/d => /abs/path
)
retract v1.0.1 // a slip
// an interval
// in two lines
retract [v1.1.0, v1.2.0]
// for the block
retract (
	v1.3.0
	v1.3.1 // its own

	// above

	v1.3.2

	v1.3.3
)
tool example.com/a/cmd/x
tool (
	example.com/b/cmd/y
)
ignore ./node_modules
ignore (
	./static
	content/html
)
`,
  CRLF: `${start}go 1.22\r\nrequire (\r\n\texample.com/b v1.2.3 // indirect\r\n)\r\n`.replace('m\n', 'm\r\n'),
  'no last newline': `${start}require example.com/a v1.0.0 // indirect`,
  'a short version': `${start}require example.com/a v1\nrequire example.com/b v1.2\n`,
  'build metadata': `${start}require example.com/a v1.0.0+meta\nrequire example.com/b v2.0.0+incompatible\n`,
  'majors in paths': `${start}require (\n example.com/a/v2 v2.1.0\n gopkg.in/yaml.v3 v3.0.1\n gopkg.in/x.v1 v0.0.0-20200101000000-abcdefabcdef\n gopkg.in/y.v2-unstable v2.0.0\n gopkg.in/z.v0 v0.1.0\n)\n`,
  'empty blocks': `${start}require ()\nexclude (\n)\nreplace ( ) // nothing\nrequire ( // of the block\n\texample.com/a v1.0.0\n)\n`,
  'escapes in strings': `${start}replace example.com/a => "./a \\x41\\u00e9\\U0001F600\\101\\t\\"b"\n`,
  'a folder with spaces and slashes': `${start}replace example.com/a => "./a b//c"\n`,
  'a Windows drive': `${start}replace example.com/a => C:/work/a\n`,
  'module in a block': 'module (\n\texample.com/m\n)\n',
  'tabs, form feeds nowhere': `${start}\t\t require\texample.com/a\tv1.0.0\t\n`,
  'other letters': `${start}replace example.com/a => ./größe/日本\n`,
  'retract as written': `${start}retract v1\nretract nonsense\nretract [v1, "v2"]\n`,
  'a carriage return between words': `${start}require\rexample.com/a\rv1.0.0\n`,
};
const refused: Record<string, string> = {
  'no module line': 'go 1.22\n',
  empty: '',
  'two module lines': `${start}module example.com/n\n`,
  'two go lines': `${start}go 1.22\ngo 1.23\n`,
  'two toolchains': `${start}toolchain go1.22.0\ntoolchain go1.23.0\n`,
  'an unknown directive': `${start}requires example.com/a v1.0.0\n`,
  'an unknown block': `${start}requires (\n\texample.com/a v1.0.0\n)\n`,
  'a block with two words': `${start}require x (\n\texample.com/a v1.0.0\n)\n`,
  'a go block': `${start}go (\n\t1.22\n)\n`,
  'a go line that is none': `${start}go latest\n`,
  'go 1': `${start}go 1\n`,
  'a toolchain that is none': `${start}toolchain 1.22\n`,
  'a branch as version': `${start}require example.com/a master\n`,
  'one word after require': `${start}require example.com/a\n`,
  'three words after require': `${start}require example.com/a v1.0.0 v1.0.1\n`,
  'v2 without /v2': `${start}require example.com/a v2.0.0\n`,
  '/v2 with v1': `${start}require example.com/a/v2 v1.0.0\n`,
  '/v1': `${start}require example.com/a/v1 v1.0.0\n`,
  '/v02': `${start}require example.com/a/v02 v2.0.0\n`,
  '/v2.1': `${start}require example.com/a/v2.1 v2.1.0\n`,
  'gopkg.in without a major': `${start}require gopkg.in/yaml v1.0.0\n`,
  'gopkg.in with v01': `${start}require gopkg.in/yaml.v01 v1.0.0\n`,
  'an unclosed block': `${start}require (\n\texample.com/a v1.0.0\n`,
  'words after the closing parenthesis': `${start}require (\n) x\n`,
  'a block comment': `${start}/* no */\n`,
  'a block comment in a word': `${start}require example.com/a/*x*/ v1.0.0\n`,
  'an unclosed string': `${start}require "example.com/a v1.0.0\n`,
  'back quotes': `${start}require \`example.com/a\` v1.0.0\n`,
  'single quotes': `${start}require 'example.com/a' v1.0.0\n`,
  'a quote in a word': `${start}require example.com/a"b" v1.0.0\n`,
  'an unknown escape': `${start}replace example.com/a => "./\\q"\n`,
  'a surrogate': `${start}replace example.com/a => "./\\ud800"\n`,
  NUL: `${start}require example.com/a\0 v1.0.0\n`,
  'a replacement without arrow': `${start}replace example.com/a ../a\n`,
  'a folder with a version': `${start}replace example.com/a => ../a v1.0.0\n`,
  'a module without a version': `${start}replace example.com/a => example.com/b\n`,
  'path@version in a replacement': `${start}replace example.com/a => example.com/b@v1.0.0\n`,
  'an open interval': `${start}retract [v1.0.0, v1.1.0\n`,
  'words behind a retraction': `${start}retract v1.0.0 v1.0.1\n`,
  'a retraction that is a parenthesis': `${start}retract ( v1.0.0\n`,
  'godebug without =': `${start}godebug panicnil\n`,
  'godebug in quotes': `${start}godebug "panicnil=1"\n`,
  'two tools on a line': `${start}tool example.com/a example.com/b\n`,
  'a comma': `${start}require example.com/a, v1.0.0\n`,
  'a lone parenthesis': `${start}(\n`,
  'a zero-width space': `${start}require example.com/a\u200b v1.0.0\n`,
};

describe('the grammar of golang.org/x/mod/modfile', () => {
  test.each(Object.entries(accepted))('%s', (_name, text) => {
    const go = asGoReads(text);
    expect(go).toBeDefined();
    expect(asWeRead(text)).toEqual(go);
  });

  test.each(Object.entries(refused))('%s is refused, as by go', (_name, text) => {
    expect(asGoReads(text)).toBeUndefined();
    expect(asWeRead(text)).toBeUndefined();
  });

  test('random files built from its lines and pieces are read, or refused, as go does', () => {
    const verbs = fc.constantFrom('require', 'exclude', 'replace', 'retract', 'tool', 'ignore', 'godebug');
    const good = fc.constantFrom(
      ...['example.com/a v1.0.0', 'example.com/b/v2 v2.3.4 // indirect', 'gopkg.in/c.v1 v1.2.3 // note'],
      ...['example.com/a => ../d', 'example.com/a v1.0.0 => example.com/e v1', 'v1.0.0 // why', '[v1.0.0, v1.1.0]'],
      ...['example.com/a/cmd/x', './static', 'key=value', '// only a comment', '', '"q r"'],
    );
    const bad = fc.constantFrom('(', ')', '( )', '[', ',', '=>', 'x//y', '// c', '"', 'master', 'example.com/f v2.0.0');
    const words = fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: bad });
    const single = fc.tuple(verbs, words).map(([verb, rest]) => `${verb} ${rest}`);
    const block = fc
      .tuple(verbs, fc.array(words, { maxLength: 4 }))
      .map(([verb, lines]) => [`${verb} (`, ...lines, ')'].join('\n\t'));
    const fitting = fc.constantFrom(
      ...['require example.com/a v1.0.0', 'require (\nexample.com/a v1.0.0 // indirect\n\n// x\n)', '// of the next'],
      ...['retract (\n\tv1.0.0\n\n\tv1.0.1 // b\n)', '// why\nretract (\n\tv1.0.0\n\tv1.0.1 // b\n)', ''],
      ...['replace (\nexample.com/a => ./b\n)', 'tool example.com/a', 'ignore (\n./x\n)', 'godebug a=b', 'exclude ()'],
    );
    const part = fc.oneof(
      { weight: 6, arbitrary: fitting },
      { weight: 1, arbitrary: single },
      { weight: 1, arbitrary: block },
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\n\n'), (parts, end) => {
        const text = ['module example.com/m', ...parts, ''].join(end);
        const go = asGoReads(text);
        if (go !== undefined) read++;
        expect(asWeRead(text)).toEqual(go);
      }),
      { numRuns: 250 },
    );
    expect(read).toBeGreaterThan(50);
  });
});

describe('what a merge in conflict left', () => {
  const left =
    'module example.com/m\n\nrequire (\n<<<<<<< HEAD\n\ta.org/a v1.0.0\n=======\n\ta.org/a v1.1.0\n>>>>>>> branch\n)\n';

  test('is told as such, with the line it begins at', () => {
    const { message, hint } = thrown(() => readGoMod(left, 'sub/go.mod'));
    expect(message).toBe('sub/go.mod:4: two versions of the file stand here, as a merge left them');
    expect(hint).toContain('>>>>>>>');
    expect(thrown(() => readGoWork(left.replace('module example.com/m', 'go 1.22'))).message).toBe(
      'go.work:4: two versions of the file stand here, as a merge left them',
    );
  });

  test('is not seen in half of its marks', () => {
    for (const mark of ['<<<<<<< HEAD\n', '>>>>>>> branch\n']) {
      expect(thrown(() => readGoMod(left.replace(mark, ''))).message).not.toContain('merge');
    }
  });
});

describe('a mistake', () => {
  test('is told with file and line, and all of them in the detail', () => {
    const text = 'module m\n\nrequire (\n\ta v1\n\tb master\n)\nfoo\n';
    const fault = thrown(() => readGoMod(text, 'some/go.mod'));
    expect(fault.code).toBe('bad-input');
    expect(fault.message).toBe('some/go.mod:5: "master" is not a version such as v1.2.3 (and 1 more)');
    expect(fault.detail).toBe(
      'some/go.mod:5: "master" is not a version such as v1.2.3\nsome/go.mod:7: unknown directive "foo"',
    );
  });

  test('an unclosed block names the line on which it begins', () => {
    expect(thrown(() => readGoMod('module m\n\nrequire (\n\ta v1\n')).message).toBe(
      'go.mod:3: the block that begins here is not closed',
    );
  });
});
