/** Edits that cannot be asked: what the server would say in flags, the page says first, and of which edit. */
import { describe, expect, it } from 'vitest';
import { mostEdits } from '../../../client/what-if/edit-text.ts';
import { wrongEdit } from '../../../client/what-if/wrong-edit.ts';
import { toFault } from '../../../graph/fault.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { targetOf } from '../../../graph/unimport/target.ts';
import { placeEdits } from '../../../graph/what-if/place.ts';
import type { WordedEdit } from '../../../graph/what-if/stages.ts';
import { readEdits } from '../../../server/project/what-if-edits.ts';
import { declaredModel } from '../../graph/lines.ts';

const one = declaredModel(
  'x.com/m x.com/a@v1.0.0\nx.com/m x.com/b/v2@v2.1.0\nx.com/a@v1.0.0 x.com/deep@v0.1.0\nx.com/a@v1.0.0 x.com/b/v2@v2.0.0',
  { 'x.com/m': 'go 1.22\nrequire x.com/a v1.0.0\nrequire x.com/b/v2 v2.1.0' },
).snapshot;
const work: Snapshot = {
  ...declaredModel('x.com/m x.com/a@v1.0.0\nx.com/n x.com/a@v1.0.0\nx.com/n x.com/c@v1.0.0', {
    'x.com/m': 'go 1.22\nrequire x.com/a v1.0.0',
    'x.com/n': 'go 1.22\nrequire x.com/a v1.0.0\nrequire x.com/c v1.0.0',
  }).snapshot,
  work: { use: ['m', 'n'], replace: [] },
};

const edit = (kind: WordedEdit['kind'], value: string, main?: string): WordedEdit => ({
  kind,
  value,
  ...(main === undefined ? {} : { in: main }),
});

/** The words of the server for edits, '' where it asks go. */
function ofServer(edits: readonly WordedEdit[], { mains, work, modules }: Snapshot): string {
  const of = (kind: WordedEdit['kind']): string[] => edits.filter((one) => one.kind === kind).map(({ value }) => value);
  try {
    const declared = { mains, folders: new Map(), ...(work === undefined ? {} : { work }) };
    for (const each of edits) {
      if (each.kind === 'unimport') targetOf(each.value, modules, []);
      else {
        const [go] = each.kind === 'go' ? [each.value] : [];
        const lists = { drop: [], set: [], replace: [], exclude: [], get: [] };
        const words = each.kind === 'go' ? lists : { ...lists, [each.kind]: [each.value] };
        placeEdits(declared, readEdits({ ...words, ...(go === undefined ? {} : { go }) }), each.in);
      }
    }
    if (of('unimport').length === 0) {
      const read = readEdits({
        drop: of('drop'),
        set: of('set'),
        replace: of('replace'),
        exclude: of('exclude'),
        get: of('get'),
      });
      const order = ['drop', 'set', 'replace', 'exclude', 'get'];
      const sorted = [...edits].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
      placeEdits(
        declared,
        read,
        sorted.map((each) => each.in),
      );
    }
    return '';
  } catch (error) {
    const { message, hint = '' } = toFault(error);
    return `${message} ${hint}`;
  }
}

const bad: readonly (readonly [Snapshot, ...WordedEdit[]])[] = [
  [one, edit('drop', 'x.com/a@v1.0.0')],
  [one, edit('drop', 'not a path')],
  [one, edit('drop', 'x.com/deep')],
  [one, edit('drop', 'go')],
  [one, edit('drop', 'x.com/m')],
  [one, edit('drop', 'all')],
  [one, edit('set', 'x.com/a')],
  [one, edit('set', 'x.com/a@')],
  [one, edit('set', 'x.com/a@v1.1')],
  [one, edit('set', 'x.com/a@latest')],
  [one, edit('set', 'x.com/a@1.1.0')],
  [one, edit('set', 'x.com/b/v2@v1.0.0')],
  [one, edit('set', 'x.com/a@v2.0.0')],
  [one, edit('set', 'x.com/a@v1.1.0'), edit('drop', 'x.com/a')],
  [one, edit('drop', 'x.com/a'), edit('drop', 'x.com/a', 'x.com/m')],
  [one, edit('get', 'x.com/a@<')],
  [one, edit('get', 'x.com/a@')],
  [one, edit('get', 'word@v1.0.0')],
  [one, edit('get', 'x.com/m@v1.0.0')],
  [one, edit('replace', 'x.com/a')],
  [one, edit('replace', 'x.com/a=')],
  [one, edit('replace', 'x.com/a=fork')],
  [one, edit('replace', 'x.com/a=x.com/fork@latest')],
  [one, edit('replace', 'x.com/a@v1=./fork')],
  [one, edit('exclude', 'x.com/a@v1')],
  [one, edit('exclude', 'x.com/a')],
  [one, edit('go', '1')],
  [one, edit('go', 'latest')],
  [one, edit('unimport', 'x.com/a@v1.0.0')],
  [one, edit('unimport', 'not a path')],
  [one, edit('unimport', 'x.com/m')],
  [one, edit('drop', 'x.com/a', 'x.com/z')],
  [work, edit('set', 'x.com/a@v1.1.0')],
  [work, edit('drop', 'x.com/a')],
  [work, edit('drop', 'x.com/z')],
  [work, edit('drop', 'x.com/c', 'x.com/m')],
  [work, edit('set', 'x.com/new@v1.1.0')],
  [work, edit('drop', 'x.com/c', 'go.work')],
  [work, edit('go', '1.24')],
  [work, edit('set', 'x.com/a@v1.1.0', 'elsewhere')],
  [work, edit('drop', 'x.com/a', 'x.com/m'), edit('set', 'x.com/a@v1.1.0', 'x.com/m')],
];

const good: readonly (readonly [Snapshot, ...WordedEdit[]])[] = [
  [one, edit('drop', 'x.com/a'), edit('set', 'x.com/b/v2@v2.2.0'), edit('get', 'x.com/new@latest')],
  [one, edit('get', 'x.com/a')],
  [one, edit('get', 'x.com/a@<v1.5.0')],
  [one, edit('replace', 'x.com/a=./fork'), edit('replace', 'x.com/deep@v0.1.0=x.com/fork@v2.0.0')],
  [one, edit('replace', 'x.com/a=../a@b')],
  [one, edit('exclude', 'x.com/b/v2@v2.0.0'), edit('exclude', 'x.com/b/v2@v2.1.0')],
  [one, edit('go', '1.24rc1')],
  [one, edit('go', '1.24', 'x.com/m')],
  [one, edit('unimport', 'x.com/a/...'), edit('unimport', 'x.com/deep')],
  [work, edit('drop', 'x.com/c')],
  [work, edit('drop', 'x.com/a', 'x.com/m'), edit('drop', 'x.com/a', 'x.com/n')],
  [work, edit('replace', 'x.com/a=./a', 'go.work')],
];

const say = (edits: readonly WordedEdit[]): string =>
  edits.map(({ kind, value, in: main }) => `${kind} ${value} ${main ?? ''}`).join('; ');

describe('an edit that cannot be asked', () => {
  it.each(bad.map(([snapshot, ...edits]) => ({ words: say(edits), snapshot, edits })))(
    '$words: is refused before the server does, without a flag',
    ({ snapshot, edits }) => {
      // The server refuses it, too: else the page would keep something from go.
      expect(ofServer(edits, snapshot)).not.toBe('');
      const wrong = wrongEdit(edits, snapshot);
      expect(wrong?.at).toBe(edits.length - 1);
      expect(`${wrong?.fault.message ?? ''} ${wrong?.fault.hint ?? ''}`).not.toMatch(/--\w|`/);
    },
  );

  it.each(good.map(([snapshot, ...edits]) => ({ words: say(edits), snapshot, edits })))(
    '$words: is none, here and there',
    ({ snapshot, edits }) => {
      expect(edits.some(({ kind }) => kind === 'go') ? '' : ofServer(edits, snapshot)).toBe('');
      expect(wrongEdit(edits, snapshot)).toBeUndefined();
    },
  );

  it('is one of what is not in the graph, with what is', () => {
    const of = (...edits: WordedEdit[]) => wrongEdit(edits, one)?.fault;
    expect(of(edit('exclude', 'x.com/dep@v1.0.0'))).toMatchObject({
      message: 'x.com/dep is not in the module graph.',
      hint: expect.stringContaining('Did you mean x.com/deep,') as string,
    });
    expect(of(edit('exclude', 'x.com/a@v1.9.0'))).toMatchObject({ hint: 'It is there at v1.0.0.' });
    // What another edit brings is not known here.
    expect(of(edit('set', 'x.com/a@v1.9.0'), edit('exclude', 'x.com/a@v1.8.0'))).toBeUndefined();
  });

  it('names the nearest line where there is none to drop', () => {
    expect(wrongEdit([edit('drop', 'x.com/aa')], one)?.fault.hint).toContain('Did you mean x.com/a?');
    // A module of the graph is no mistyped one.
    expect(wrongEdit([edit('drop', 'x.com/deep')], one)?.fault).toMatchObject({
      message: 'go.mod has no require line for x.com/deep, so there is nothing to drop.',
      hint: 'It may be in the build list all the same, where another module requires it.',
    });
  });

  it('is one of more than can be tried, and one too long', () => {
    const many = Array.from({ length: mostEdits + 1 }, (_, n) => edit('get', `x.com/n${String(n)}@latest`));
    expect(wrongEdit(many, one)).toMatchObject({ at: mostEdits, fault: { hint: 'Remove an edit first.' } });
    expect(wrongEdit(many.slice(1), one)).toBeUndefined();
    expect(wrongEdit([edit('drop', `x.com/${'a'.repeat(2500)}`)], one)?.fault.message).toContain('longer than');
  });
});
