/** A diff full of names that want to be something else: text, Markdown and JSON give the names back, and nothing more. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffMarkdown } from '../../../cli/text/diff-markdown.ts';
import { broken, readRules } from '../../../cli/text/diff-rules.ts';
import { diffText } from '../../../cli/text/diff.ts';
import { jsonText } from '../../../cli/text/json.ts';
import { forLog, plain, said } from '../../../cli/text/plain.ts';
import type { Diff } from '../../../graph/diff/types.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    '::set-output name=x::y',
    '  ::error::x',
    '##[group]x',
    '@everyone',
    '</details><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '=HYPERLINK("http://x.test")',
    '+1+1',
    '@SUM(1)',
    '-2',
    'a|b',
    '`` ` ``',
    '[x](javascript:alert(1))',
    '![](http://x.test/x.png)',
    '$\\phi$',
    '#1',
    'GH-1',
    '/close',
    'x\n::warning::y',
    'x\r\n/close',
    '\u001b[31mred\u001b[0m',
    '\u202egnp.exe',
    '\u009b2J',
    '\u2028',
    '&lt;b&gt;',
    '&#64;x',
    '\\|',
    '__proto__',
    '<!-- modscope module -->',
    '-->',
    '',
    ' ',
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** A diff whose every name comes from a list; numbers alone decide its shape. */
function diffOf(names: readonly string[]): Diff {
  const name = (n: number): string => names[n % names.length] ?? '';
  return {
    added: [{ path: name(0), version: name(1) }, { path: name(2) }],
    removed: [{ path: name(3), version: name(4) }],
    changed: [
      { path: name(5), from: `v${name(6)}`, to: `v${name(7)}`, direction: 'raised' },
      { path: name(8), from: 'v1', to: 'v1', direction: 'same', replaceTo: { path: name(9), version: name(10) } },
    ],
    requirements: { added: [{ from: name(11), to: name(12) }], removed: [{ from: name(13), to: name(14) }] },
    findings: {
      new: [{ code: 'cycle', severity: 'info', subject: name(15), evidence: name(16), remedy: { words: name(17) } }],
      mended: [{ code: 'cycle', severity: 'info', subject: name(18), evidence: name(19), remedy: { words: name(20) } }],
    },
    packages: {
      added: [{ path: name(21), module: name(22), test: true }],
      removed: [{ path: name(23), module: name(24) }],
    },
    go: { from: name(25), to: name(26) },
    toolchain: { to: name(27) },
    causes: [
      {
        main: name(28),
        file: name(29),
        line: 3,
        kind: 'require',
        path: name(30),
        from: `v${name(31)}`,
        to: `v${name(32)}`,
        follows: [name(0)],
      },
      { file: name(33), kind: 'replace', path: name(34), to: name(35), follows: [name(3), name(5)] },
    ],
  };
}

const count = 36;
const names = fc.array(hostile, { minLength: count, maxLength: count });
const harmless = Array.from({ length: count }, (_, n) => `example.com/m${String(n)}`);

/** Nothing that acts on a terminal or turns the direction of text, and nothing that begins a command of GitHub's runner. */
function expectQuiet(text: string): void {
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const acts = (point < 0x20 && character !== '\n') || (point >= 0x7f && point <= 0x9f);
    const turns = (point >= 0x2028 && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    if (acts || turns) throw new Error(`U+${point.toString(16)} in ${JSON.stringify(text)}`);
  }
  expect(text).not.toMatch(/^\s*::|##\[/m);
}

/** What forLog takes apart, put together. */
function whole(text: string): string {
  return text.replaceAll(': :', '::').replaceAll('## [', '##[');
}

test('text: as many lines as for harmless names, every name in it, no command and no control character', () => {
  const lines = diffText(diffOf(harmless)).split('\n').length;
  fc.assert(
    fc.property(names, (some) => {
      const diff = diffOf(some);
      const text = forLog(diffText(diff));
      expect(text.split('\n')).toHaveLength(lines);
      expectQuiet(text);
      for (const { path } of [...diff.added, ...diff.removed, ...diff.changed]) {
        // At the start of a line `::` is taken apart; a cell at the end of one loses its blanks.
        expect(whole(text)).toContain(whole(plain(path)).trim());
      }
    }),
  );
});

test('JSON: read back it is the same diff', () => {
  fc.assert(
    fc.property(names, (some) => {
      const diff = diffOf(some);
      const text = jsonText({ base: { name: some[0] }, head: { name: some[1] }, ...diff });
      expect(JSON.parse(text)).toEqual({ base: { name: some[0] }, head: { name: some[1] }, ...diff });
      expectQuiet(text);
    }),
  );
});

/** The text of a cell as GitHub shows it. */
function shown(cell: string): string {
  const span = /^`([^`]*)`$/.exec(cell)?.[1];
  if (span !== undefined) return span;
  const inner = /^<code>(.*)<\/code>$/s.exec(cell)?.[1];
  if (inner === undefined) return cell;
  return inner.replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
}

/** Rows of all tables: cells as shown. */
function rowsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => shown(cell.trim())),
    );
}

function markdownOf(some: readonly string[], base: string, head: string, notes: readonly string[]): string {
  return diffMarkdown(diffOf(some), { base, head, notes, room: 'comment' });
}

test('Markdown: the same rows, every name a cell of its own, and no markup but ours', () => {
  const plainText = markdownOf(harmless, 'v1', 'v2', ['a note']);
  const [lines, shape] = [plainText.split('\n').length, rowsOf(plainText).map((row) => row.length)];
  fc.assert(
    fc.property(names, hostile, hostile, hostile, (some, base, head, note) => {
      const text = markdownOf(some, base, head, [note]);
      expect(text.split('\n')).toHaveLength(lines);
      const rows = rowsOf(text);
      expect(rows.map((row) => row.length)).toEqual(shape);
      const diff = diffOf(some);
      const cells = new Set(rows.flat());
      for (const { path } of [...diff.added, ...diff.removed, ...diff.changed])
        expect(cells).toContain(plain(path).trim() === '' ? plain(path).trim() : plain(path));
      const bare = text
        .replace(/`[^`\n]*`/g, '')
        .replace(/<code>(?:[A-Za-z0-9 ]|&#\d+;)*<\/code>/g, '')
        .replace(/^<details><summary>[A-Za-z:, 0-9]*<\/summary>$/gm, '')
        .replace(/^<\/details>$/gm, '')
        .replace(/^\*\*(.*)\*\*$/gm, '$1')
        .replace(/^\|(?:.*\|)+$/gm, (row) => row.replaceAll('|', ''))
        .replace(/^> /gm, '');
      expect(bare).not.toMatch(/[<>@#$\\[\]*_`|~&]|:\/\/|www\.|GH-|^\//m);
      expectQuiet(text);
    }),
  );
});

test('what breaks a rule is one line for each rule, without a control character once it is printed', () => {
  const rules = readRules('added,removed,raised,lowered,major,direct,replaced,new:info,count:0');
  fc.assert(
    fc.property(names, (some) => {
      const direct = { before: new Set(some.slice(0, 4)), after: new Set(some.slice(2, 6)) };
      for (const sentence of broken(rules, diffOf(some), direct)) {
        const printed = forLog(said`modscope: ${sentence}\n`);
        expect(printed.split('\n')).toHaveLength(2);
        expectQuiet(printed);
      }
    }),
  );
});
