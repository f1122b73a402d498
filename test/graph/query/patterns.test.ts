import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathMatcher } from '../../../graph/query/patterns.ts';

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** As cmd/internal/pkgpattern has it: `...` is any text, and a final `/...` may match nothing. */
function goPattern(pattern: string): RegExp {
  const form = pattern
    .split('...')
    .map(escaped)
    .join('.*')
    .replace(/\/\.\*$/, '(/.*)?');
  return new RegExp(`^${form}$`);
}

const pieces = (signs: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom('a', 'b', 'ab', '/', 'a/b', ...signs), { maxLength: 7 }).map((list) => list.join(''));

describe('pathMatcher', () => {
  it("reads `...` as go's patterns do", () => {
    const patterns = pieces(['...', '...', '/...']).filter((one) => one.includes('...') && !one.includes('....'));
    fc.assert(
      fc.property(patterns, pieces([]), (pattern, path) => {
        expect(pathMatcher(pattern)(path)).toBe(goPattern(pattern).test(path));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads `*` as any text', () => {
    fc.assert(
      fc.property(
        pieces(['*', '*']).filter((one) => one.includes('*')),
        pieces([]),
        (pattern, path) => {
          expect(pathMatcher(pattern)(path)).toBe(new RegExp(`^${pattern.split('*').join('.*')}$`).test(path));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('takes a word with neither as a piece of the path', () => {
    fc.assert(
      fc.property(pieces([]), pieces([]), (word, path) => {
        expect(pathMatcher(word)(path)).toBe(path.includes(word));
      }),
    );
  });

  it.each([
    ['golang.org/x/...', 'golang.org/x', true],
    ['golang.org/x/...', 'golang.org/xerrors', false],
    ['golang.org/x...', 'golang.org/xerrors', true],
    ['...', '', true],
    ['.../yaml/...', 'sigs.k8s.io/yaml', true],
    ['.../yaml/...', 'yaml', false],
    ['a*a', 'a', false],
    ['ab*ba', 'aba', false],
    ['a*b*a', 'aa', false],
    ['a*b*a', 'aba', true],
    ['a*ba*a', 'aba', false],
    // A star in a pattern of go's is a letter.
    ['x/*/...', 'x/y/z', false],
    ['GitHub.com/*', 'github.com/a', true],
    ['github.com/burntsushi/...', 'github.com/BurntSushi/toml', true],
    ['*/TOML', 'github.com/BurntSushi/toml', true],
    ['SUSHI', 'github.com/BurntSushi/toml', true],
  ])('%s, %s: %s', (pattern, path, matches) => {
    expect(pathMatcher(pattern)(path)).toBe(matches);
  });
});
