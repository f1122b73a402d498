/** Random queries and random small modules to ask them of. */
import fc from 'fast-check';
import type { Model } from '../../../graph/model/model.ts';
import { functionNames, type Comparison, type Query } from '../../../graph/query/ast.ts';
import type { MainModule } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';

const versions = ['v0.1.0', 'v0.2.0', 'v1.0.0-rc.1', 'v1.0.0', 'v1.1.0', 'v2.0.0+incompatible'];
const paths = ['x.org/a', 'x.org/a/v2', 'x.org/ab', 'y.org/a', 'gopkg.in/b.v1', 'gopkg.in/b.v2'];
const patterns = ['a', 'A', 'x.org/...', 'x.org/a/...', '*/a', '...b...', 'gopkg.in/b.v?', '*.v*', 'x.org/a', 'zz', ''];
const words = ['main', 'direct', 'indirect', 'selected', 'superseded', 'incompatible', 'v0', 'toolchain', 'cycle'];
const op = fc.constantFrom<Comparison['op'][]>('<', '<=', '=', '>=', '>');

const comparison = (values: readonly string[]): fc.Arbitrary<Comparison> =>
  fc.record({ op, value: fc.constantFrom(...values) });

const leaf: fc.Arbitrary<Query> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        kind: fc.constant('path'),
        pattern: fc.constantFrom(...patterns),
        versions: fc.array(comparison(versions), { maxLength: 2 }),
      })
      .filter(({ pattern, versions: list }) => pattern !== '' || list.length > 0),
  },
  { weight: 3, arbitrary: fc.constantFrom(...words).map((word): Query => ({ kind: 'is', word, column: 0 })) },
  fc.record({ kind: fc.constant('depth'), than: comparison(['0', '1', '2']) }),
  fc.record({ kind: fc.constant('limit'), most: fc.nat(4) }),
  fc.constant({ kind: 'major-split' }),
);

/** As the parser would give them: no and in an and, no not in a not, columns 0. */
export const queries: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => {
  const inner = tie('query');
  const parts = (kind: 'and' | 'or'): fc.Arbitrary<Query> =>
    fc
      .array(
        inner.filter((one) => one.kind !== kind),
        { minLength: 2, maxLength: 3 },
      )
      .map((list) => ({ kind, parts: list }));
  const call = fc.constantFrom(...functionNames).chain((name): fc.Arbitrary<Query> => {
    const count = name === 'between' || name === 'shortest' ? 2 : 1;
    const args = fc.array(inner, { minLength: count, maxLength: count });
    const deep =
      name === 'from' || name === 'to' || name === 'near'
        ? fc.option(fc.nat(3), { nil: undefined })
        : fc.constant(undefined);
    return fc
      .tuple(args, deep)
      .map(([list, depth]) => ({ kind: 'call', name, args: list, ...(depth === undefined ? {} : { depth }) }));
  });
  const not = inner.filter((one) => one.kind !== 'not').map((part): Query => ({ kind: 'not', part }));
  return { query: fc.oneof({ maxDepth: 4, depthIdentifier: 'query' }, leaf, parts('and'), parts('or'), not, call) };
}).query;

const mainPaths = ['m.org/m', 'n.org/n'];
const version = fc
  .tuple(fc.constantFrom(...paths), fc.constantFrom(...versions))
  .map(([path, one]) => `${path}@${one}`);

const pairsOf = (mains: fc.Arbitrary<string>): fc.Arbitrary<readonly (readonly [string, string])[]> =>
  fc.array(
    fc.tuple(
      fc.oneof(mains, version),
      fc.oneof({ weight: 6, arbitrary: version }, fc.constantFrom('go@1.22', 'm.org/m@v0.9.0')),
    ),
    { maxLength: 18 },
  );

const textOf = (pairs: readonly (readonly [string, string])[]): string =>
  ['m.org/m go@1.21', ...pairs.map(([from, to]) => `${from} ${to}`)].join('\n');

/** Modules with cycles, superseded versions, two majors, go lines and versions that nothing leads to; no go.mod of theirs was read. */
const undeclared: fc.Arbitrary<Model> = pairsOf(fc.constant('m.org/m')).map((pairs) => modelOf(textOf(pairs)));

/** The go.mod of a main module that requires what the pairs say, `indirect` on lines of their own. */
function mainOf(
  path: string,
  pairs: readonly (readonly [string, string])[],
  go: string | undefined,
  indirect: readonly string[],
): MainModule {
  const required = new Map(
    pairs
      .filter(([from, to]) => from === path && !/^(go|m\.org\/m)@/.test(to))
      .map(([, to]): readonly [string, string] => [to.split('@')[0] ?? '', to.split('@')[1] ?? '']),
  );
  return {
    path,
    dir: path,
    ...(go === undefined ? {} : { go }),
    require: [...required].map(([name, at]) => ({
      path: name,
      version: at,
      ...(indirect.includes(name) ? { indirect: true } : {}),
    })),
    replace: [],
    exclude: [],
    retract: [],
    tool: [],
    ignore: [],
  };
}

/** The same as workspaces of two, with go.mod files that list on `// indirect` lines what others may require, too. */
export const declaredModels: fc.Arbitrary<Model> = fc
  .tuple(
    pairsOf(fc.constantFrom(...mainPaths)),
    fc.constantFrom('1.22', '1.17', '1.16', undefined),
    fc.subarray(paths),
    fc.subarray(paths),
  )
  .map(([pairs, go, ofM, ofN]) =>
    modelOf(textOf(pairs), {
      mains: [mainOf('m.org/m', pairs, '1.21', ofM), mainOf('n.org/n', pairs, go, ofN)],
    }),
  );

export const models: fc.Arbitrary<Model> = fc.oneof(undeclared, declaredModels);
