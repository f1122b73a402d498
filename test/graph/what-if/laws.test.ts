/** What holds of every edit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../../graph/diff/diff.ts';
import { applyEdits, type Declarations } from '../../../graph/what-if/apply.ts';
import type { Edit } from '../../../graph/what-if/edits.ts';
import { folderFrom } from '../../../graph/what-if/folder.ts';
import { whatIf } from '../../../graph/what-if/what-if.ts';
import { inputOf, mainOf } from './declared.ts';

const files = {
  'a@v1.0.0': 'require c v1.0.0',
  'a@v1.1.0': 'require c v1.1.0',
  'b@v1.0.0': 'require c v1.1.0\nrequire d v1.0.0',
  'b@v1.1.0': 'require a v1.1.0',
  'c@v1.0.0': '',
  'c@v1.1.0': 'require d v1.0.0',
  'd@v1.0.0': '',
  'd@v1.1.0': 'require b v1.1.0',
};
const text = 'module m\ngo 1.16\nrequire a v1.0.0\nrequire b v1.0.0\nrequire d v1.0.0';
const declared: Declarations = { mains: [mainOf(text)] };
const edited = (from: Declarations, ...edits: readonly Edit[]): Declarations =>
  applyEdits(
    from,
    edits.map((edit) => ({ edit, target: 0 })),
  );

const version = fc.constantFrom('v1.0.0', 'v1.1.0');
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('drop' as const), path: fc.constantFrom('a', 'b', 'd') }),
  fc.record({ kind: fc.constant('require' as const), path: fc.constantFrom('a', 'b', 'c', 'd'), version }),
  fc.record({
    kind: fc.constant('replace' as const),
    old: fc.record({ path: fc.constantFrom('a', 'b') }),
    new: fc.record({ path: fc.constant('c'), version }),
  }),
  fc.record({ kind: fc.constant('go' as const), version: fc.constantFrom('1.16', '1.17', '1.21') }),
);
const edits = fc.uniqueArray(edit, {
  minLength: 1,
  maxLength: 4,
  selector: (one) => (one.kind === 'replace' ? `replace ${one.old.path}` : one.kind === 'go' ? 'go' : one.path),
});

describe('applyEdits', () => {
  it('an edit made twice is made once', () => {
    fc.assert(
      fc.property(edit, (one) => {
        expect(edited(declared, one, one)).toEqual(edited(declared, one));
      }),
    );
  });

  it('what is set is set back', () => {
    const path = fc.constantFrom('a', 'b', 'd');
    fc.assert(
      fc.property(path, version, (of, at) => {
        const there = edited(declared, { kind: 'require', path: of, version: at });
        expect(edited(there, { kind: 'require', path: of, version: 'v1.0.0' })).toEqual(declared);
      }),
    );
  });

  it('what is added is dropped again', () => {
    const there = edited(declared, { kind: 'require', path: 'z', version: 'v1.0.0' });
    expect(there).not.toEqual(declared);
    expect(edited(there, { kind: 'drop', path: 'z' })).toEqual(declared);
  });

  it('never changes what it was given', () => {
    const before = structuredClone(declared);
    fc.assert(
      fc.property(edits, (some) => {
        edited(declared, ...some);
        expect(declared).toEqual(before);
      }),
    );
  });
});

describe('whatIf', () => {
  it('is the diff of the two graphs that it gives, and every change follows from some edit', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (some) => {
        const { diff, base, head, after, lacking } = await whatIf(inputOf(text, files), some);
        expect(lacking).toEqual([]);
        expect({ ...diff, causes: [] }).toEqual(diffSnapshots(base, head));
        expect(after.declared).toEqual(edited(declared, ...some));
        const changed = [...diff.added, ...diff.removed, ...diff.changed].map((one) => one.path).sort();
        const followed = diff.causes.flatMap((one) => one.follows);
        expect([...new Set(followed)].sort()).toEqual(changed);
        for (const { follows, together = [] } of diff.causes) {
          expect([...follows].sort()).toEqual(follows);
          for (const one of together) for (const path of one.follows) expect(follows).toContain(path);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('of what go.mod says already, nothing changes', async () => {
    const { diff } = await whatIf(inputOf(text, files), [{ kind: 'require', path: 'a', version: 'v1.0.0' }]);
    expect(diff).toMatchObject({ added: [], removed: [], changed: [], requirements: { added: [], removed: [] } });
    expect(diff.causes).toEqual([
      { main: 'm', file: 'go.mod', kind: 'require', path: 'a', from: 'v1.0.0', to: 'v1.0.0', follows: [] },
    ]);
  });
});

it('a folder from the root is as it is written; from elsewhere, it leads to the same place', () => {
  const part = fc.constantFrom('a', 'b', '..', '.');
  const folder = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `./${parts.join('/')}`);
  const dir = fc.array(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(folder, dir, (one, from) => {
      expect(folderFrom('.', one)).toBe(one);
      const resolved = new URL(`/r1/r2/r3/r4/r5/${from}/${one}/`, 'file:///').pathname;
      const named = folderFrom(from, one);
      expect(new URL(`/r1/r2/r3/r4/r5/${named}/`, 'file:///').pathname).toBe(resolved);
      expect(named).toMatch(/^(?:\.|\.\.|\.\.?\/.*[^/])$/);
    }),
  );
});
