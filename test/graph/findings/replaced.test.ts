/** Replace lines: which of them something is built of, and how each is taken out. */
import { describe, expect, it } from 'vitest';
import type { Replace } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';
import { found, main } from './found.ts';

/** `a@v1.0.0 => ./x`, as go.mod says it. */
function line(text: string): Replace {
  const side = (name = ''): { path: string; version?: string } => {
    const [path = '', version] = name.split('@');
    return version === undefined ? { path } : { path, version };
  };
  const [old, by] = text.split(' => ');
  return { old: side(old), new: side(by) };
}

const lines = 'm a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0';
const replacing = (...texts: readonly string[]) => modelOf(lines, { mains: [main({ replace: texts.map(line) })] });
const unused = (...texts: readonly string[]): string[] =>
  found(replacing(...texts), 'replace-unused').map((one) => one.evidence);

describe('a line that something is built of', () => {
  it('is a warning, and marks what it stands for', () => {
    expect(found(replacing('a => fork@v1.2.0'), 'replaced')).toEqual([
      {
        code: 'replaced',
        severity: 'warn',
        subject: 'a',
        evidence: 'The go.mod of m replaces a by fork@v1.2.0.',
        remedy:
          'Modules that require this one do not see the replacement: go reads replace lines of main modules only. [go mod edit -dropreplace=a]',
        nodes: [1],
      },
    ]);
    expect(found(replacing('a@v1.1.0 => ./a'), 'replaced')).toMatchObject([
      { subject: 'a@v1.1.0', evidence: 'The go.mod of m replaces a@v1.1.0 by ./a.', nodes: [1] },
    ]);
  });

  it('of a member is dropped from its go.mod, of go.work with `go work edit`', () => {
    const mains = [main({ dir: 'x', replace: [line('a => ./a')] })];
    const model = modelOf(lines, { mains, work: { use: ['./x'], replace: [line('b@v1.0.0 => ./b')] } });
    expect(found(model, 'replaced').map(({ evidence, remedy }) => [evidence, /\[(.*)\]/.exec(remedy)?.[1]])).toEqual([
      ['go.work replaces b@v1.0.0 by ./b.', 'go work edit -dropreplace=b@v1.0.0'],
      ['The go.mod of m replaces a by ./a.', 'go mod edit -dropreplace=a x/go.mod'],
    ]);
  });
});

describe('a line that nothing is built of', () => {
  it('is information, and marks nothing', () => {
    expect(found(replacing('gone => ./gone'), 'replace-unused')).toEqual([
      {
        code: 'replace-unused',
        severity: 'info',
        subject: 'gone',
        evidence: 'The go.mod of m replaces gone by ./gone, but no module of the graph has that path and version.',
        remedy:
          'Nothing is built of what it names. It may guard a version that is to come, or stand for one that exists nowhere else. [go mod edit -dropreplace=gone]',
        nodes: [],
      },
    ]);
  });

  it('names a version that the graph does not have, or that lost', () => {
    expect(unused('a@v1.7.0 => ./a', 'a@v1.0.0 => ./b')).toEqual([
      'The go.mod of m replaces a@v1.7.0 by ./a, but no module of the graph has that path and version.',
      'The go.mod of m replaces a@v1.0.0 by ./b, but that version is not selected: nothing of it is built, though what its go.mod requires counts.',
    ]);
  });

  it('names what a more exact line of the same file stands for', () => {
    expect(unused('a => ./any', 'a@v1.1.0 => ./exact')).toEqual([
      'The go.mod of m replaces a by ./any, but another line for v1.1.0 counts before it.',
    ]);
    expect(unused('a => ./any', 'a@v1.0.0 => ./old', 'b@v1.0.0 => ./b')).toHaveLength(1);
    expect(unused('b => ./any')).toEqual([]);
  });

  it('names what go.work replaces too: all of a path, or the very version', () => {
    const of = (ofWork: string) => {
      const mains = [main({ replace: [line('a => ./member')] })];
      return found(modelOf(lines, { mains, work: { use: ['.'], replace: [line(ofWork)] } }), 'replace-unused');
    };
    const said = 'The go.mod of m replaces a by ./member, but go.work replaces it too, and its line counts.';
    expect(of('a => ./work')[0]?.evidence).toBe(said);
    expect(of('a@v1.1.0 => ./work')[0]?.evidence).toBe(said);
    expect(of('a@v1.7.0 => ./work').map((one) => one.subject)).toEqual(['a@v1.7.0']);
    expect(of('b => ./work')).toEqual([]);
  });

  it('names a main module as little as go does: it cannot be replaced', () => {
    expect(unused('m => ./m')).toHaveLength(1);
  });
});
