/** Markdown of a diff: hostile names stay names, and it fits in what it is for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, folded, prose } from '../../../cli/text/markdown.ts';
import { diffMarkdown } from '../../../cli/text/diff-markdown.ts';
import type { Diff } from '../../../graph/diff/types.ts';

const nothing: Diff = {
  added: [],
  removed: [],
  changed: [],
  requirements: { added: [], removed: [] },
  findings: { new: [], mended: [] },
  causes: [],
};

const notes = { base: 'v1', head: 'v2', notes: [], room: 'comment' } as const;

/** The text of a cell as a reader of GitHub's Markdown comes to it: a span as it stands, entities resolved. */
function shownBy(markdown: string): string {
  const span = /^`([^`]*)`$/.exec(markdown)?.[1];
  if (span !== undefined) return span;
  const inner = /^<code>(.*)<\/code>$/s.exec(markdown)?.[1] ?? '';
  expect(inner).toMatch(/^(?:[A-Za-z0-9 ]|&#\d+;)*$/);
  return inner.replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
}

const hostile = [
  '@everyone',
  '<script>alert(1)</script>',
  'a|b',
  '`` ` ``',
  '[x](javascript:alert(1))',
  '![x](https://example.com/x.png)',
  '*a* _b_ ~~c~~ #1 GH-1',
  '::set-output name=x::y',
  '##[error]x',
  '</details></code>',
  '&lt;b&gt; \\| \\',
  ' lead and trail ',
  '$x^2$',
] as const;

describe('code', () => {
  test.each(hostile)('%j comes back as it was', (name) => {
    expect(shownBy(code(name))).toBe(name);
    expect(code(name)).not.toMatch(/##\[|^\s*::/);
  });

  test('any text of printable letters does', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...('aZ09@#|`*_[]()<>&;:!\\/~$"\'.-é😀'.match(/./gu) ?? [])),
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(shownBy(code(text))).toBe(text);
        // One cell of a table: no bar, no line end.
        expect(code(text)).not.toMatch(/[|\n]/);
      }),
    );
  });

  test('what is endless is cut', () => {
    expect(code('x'.repeat(5000)).length).toBeLessThan(310);
  });
});

describe('prose', () => {
  test('words stay words, names become code', () => {
    expect(prose('The go.mod of example.com/a@v1.0.0 requires 3 others, (twice).')).toBe(
      'The `go.mod` of `example.com/a@v1.0.0` requires 3 others, (twice).',
    );
  });

  test('no mention, link, issue or markup is left outside of code', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...hostile, 'www.example.com', 'http://x.y', 'a@b.c', 'word', 'GH-12'), {
          maxLength: 6,
        }),
        (parts) => {
          const bare = prose(parts.join(' '))
            .replace(/`[^`]*`/g, '')
            .replace(/<code>(?:[A-Za-z0-9 ]|&#\d+;)*<\/code>/g, '');
          expect(bare).not.toMatch(/[@#<>[\]*_|`~&\\$]|www\.|:\/\/|GH-/);
        },
      ),
    );
  });
});

describe('diffMarkdown', () => {
  test('nothing changed: nothing', () => {
    expect(diffMarkdown(nothing, notes)).toBe('');
  });

  test('a diff of ten thousand modules fits in a comment, and in a summary', () => {
    const path = (n: number): string => `example.com/${'long/'.repeat(10)}${String(n)}`;
    const many = Array.from({ length: 10_000 }, (_, n) => n);
    const large: Diff = {
      ...nothing,
      added: many.map((n) => ({ path: path(n), version: 'v1.0.0' })),
      requirements: { added: many.map((n) => ({ from: path(n), to: path(n) })), removed: [] },
      causes: many.map((n) => ({
        file: 'go.mod',
        line: n,
        kind: 'require',
        path: path(n),
        to: 'v1.0.0',
        follows: [path(n)],
      })),
    };
    const comment = diffMarkdown(large, notes);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment.length).toBeGreaterThan(50_000);
    expect(comment).toMatch(/^\*\*10,000 lines changed in `go\.mod`, 10,000 modules follow\.\*\*\n/);
    expect(comment.match(/… and [\d,]+ more/g)).toHaveLength(3);
    const summary = diffMarkdown(large, { ...notes, room: 'summary' });
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(900 * 1024);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(500_000);
    for (const text of [comment, summary]) {
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    }
  });

  test('a side with a hostile name, and notes', () => {
    const text = diffMarkdown(
      { ...nothing, go: { from: '1.21', to: '1.22' } },
      { ...notes, head: '@x`', notes: ['see @y'] },
    );
    expect(text).toContain('`v1` → <code>&#64;x&#96;</code>');
    expect(text).toContain('> see `@y`');
    expect(text).not.toContain('Look at it');
    expect(text).toContain('The go line: `1.21` → `1.22`');
  });
});

test.each([
  [{ write: 'modscope diff a', open: 'modscope b' }, 'Look at it: `modscope b`, or `modscope diff a`'],
  [
    { write: 'modscope diff a', open: 'modscope b', commit: 'c' },
    'Look at it: `modscope diff a`, or `modscope b` with `c` checked out',
  ],
  [{ write: 'modscope diff a' }, 'Look at it: `modscope diff a`'],
])('the command that opens it again', (commands, line) => {
  const text = diffMarkdown({ ...nothing, go: { from: '1.21', to: '1.22' } }, { ...notes, commands });
  expect(text.split('\n')).toContain(line);
});

test('folded: rows that do not fit are counted, and room that is left over goes on', () => {
  const section = (title: string, count: number): Parameters<typeof folded>[1][number] => ({
    title,
    head: ['a'],
    rows: Array.from({ length: count }, (_, n) => [String(n)]),
    share: 0.5,
  });
  const text = folded(
    'lead\n',
    [section('one', 2), section('none', 0), section('two', 1000)],
    1000,
    (one) => one.length,
  );
  expect(text.length).toBeLessThanOrEqual(1000);
  expect(text.length).toBeGreaterThan(850);
  expect(text).not.toContain('none');
  const shown = Number(/\| (\d+) \|\n\n… and/.exec(text)?.[1]) + 1;
  expect(text).toContain(`… and ${String(1000 - shown)} more`);
});
