/**
 * `npm run bench -- diff`: what two snapshots of 5,000 versions differ in, side by side with a naive way of finding it (a Map of JSON
 * strings for each side). Snapshots are read before. Prints both, in milliseconds; ends with status 1 above 50 ms, the goal.
 */
import { diffSnapshots } from '../graph/diff/diff.ts';
import type { Diff } from '../graph/diff/types.ts';
import { assemble } from '../graph/snapshot/assemble.ts';
import { readSnapshot } from '../graph/snapshot/read.ts';
import type { Requirement, Snapshot } from '../graph/snapshot/types.ts';
import { writeSnapshot } from '../graph/snapshot/write.ts';

const goal = 50;
const runs = 31;

/** 5,000 versions of 1,250 paths, ten requirements each, as unpruned graphs have them; `step` moves every tenth path. */
function large(step: number): Snapshot {
  const [paths, versions, each] = [1250, 4, 10];
  let state = 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const version = (path: number, n: number): string => `v1.${String(n + (path % 10 === 0 ? step : 0))}.0`;
  const pathOf = (path: number): string => `example.com/owner${String(path % 97)}/module-number-${String(path)}`;
  const name = (path: number, n: number): string => `${pathOf(path)}@${version(path, n)}`;
  const names = ['example.com/main', ...grid(paths, versions).map(([path, n]) => name(path, n))];
  const [from, to]: [number[], number[]] = [[], []];
  const require: Requirement[] = [];
  for (let path = 0; path < paths; path += 5) {
    from.push(0);
    to.push(1 + path * versions);
    require.push({ path: pathOf(path), version: version(path, 0) });
  }
  for (let node = 1; node <= paths * versions; node++) {
    for (let n = 0; n < each; n++) {
      from.push(node);
      to.push(1 + random(paths * versions));
    }
  }
  const main = {
    path: 'example.com/main',
    dir: '.',
    require,
    replace: [],
    exclude: [],
    retract: [],
    tool: [],
    ignore: [],
  };
  return readSnapshot(
    writeSnapshot(assemble({ mains: [main], edges: { names, from: Int32Array.from(from), to: Int32Array.from(to) } })),
  );
}

function grid(rows: number, columns: number): [number, number][] {
  return Array.from({ length: rows * columns }, (_, n) => [Math.floor(n / columns), n % columns]);
}

/** Modules whose JSON is not the same, and requirements that are on one side only: no selection, no findings, no order. */
function naive(base: Snapshot, head: Snapshot): number {
  const modules = ({ modules: all }: Snapshot): Map<string, string> =>
    new Map(all.map((one) => [JSON.stringify([one.path, one.version]), JSON.stringify(one)]));
  const lines = ({ modules: all }: Snapshot): Set<string> =>
    new Set(
      all.flatMap(({ path, version, requires = [] }) => requires.map((to) => JSON.stringify([path, version, to]))),
    );
  const [a, b] = [modules(base), modules(head)];
  const [before, after] = [lines(base), lines(head)];
  let count = 0;
  for (const [key, text] of a) if (b.get(key) !== text) count++;
  for (const key of b.keys()) if (!a.has(key)) count++;
  for (const line of before) if (!after.has(line)) count++;
  for (const line of after) if (!before.has(line)) count++;
  return count;
}

/** Milliseconds of the quickest run, which others on the machine disturbed least. */
function timed<T>(work: () => T): { readonly took: number; readonly made: T } {
  let took = Infinity;
  let made = work();
  for (let n = 0; n < runs; n++) {
    const started = performance.now();
    made = work();
    took = Math.min(took, performance.now() - started);
  }
  return { took, made };
}

const cases: readonly (readonly [string, Snapshot, Snapshot])[] = [
  ['5,000 versions, every tenth path moved', large(0), large(1)],
  ['5,000 versions, nothing changed', large(0), large(0)],
  ['5,000 versions against none of them', large(0), assemble({ mains: [] })],
];
let worst = 0;
for (const [name, base, head] of cases) {
  const ours = timed((): Diff => diffSnapshots(base, head));
  const theirs = timed(() => naive(base, head));
  worst = Math.max(worst, ours.took);
  const { added, removed, changed, requirements, findings } = ours.made;
  console.log(
    `${name}: ${ours.took.toFixed(1)} ms; a Map of JSON strings ${theirs.took.toFixed(1)} ms (${(ours.took / theirs.took).toFixed(2)} times that); ` +
      `${String(added.length)} added, ${String(removed.length)} removed, ${String(changed.length)} changed, ` +
      `${String(requirements.added.length)} + ${String(requirements.removed.length)} requirements, ${String(findings.new.length)} + ${String(findings.mended.length)} findings`,
  );
}
console.log(worst <= goal ? `All within ${String(goal)} ms.` : `Above ${String(goal)} ms.`);
process.exitCode = worst <= goal ? 0 : 1;
