/**
 * What takes too long for `npm test`. Parts, all of them when none is named: `moments` modscope killed at 200 random
 * moments, `writes` killed in 200 writes, `life` 10,000 refreshes and 1,000 event streams that come and go. A number after
 * the name is a count instead: `npm run long -- life 1000`. Ends with one line; status 1 when anything failed.
 */
import { Random } from '../conformance/random.ts';
import { modscopeProgram, programOf } from '../support/program.ts';
import { keptFolder } from '../support/tree-state.ts';
import { live } from './life.ts';
import { killAtMoments, layTrees, runWhole, verbs } from './moments.ts';
import { killInWrites } from './writes.ts';

const parts = {
  async moments(folder: string, count = 200): Promise<string[]> {
    const program = await modscopeProgram(`${folder}/bin`);
    const laid = layTrees(folder);
    let took = 0;
    for (const tree of laid.trees) {
      for (const verb of verbs) took = Math.max(took, (await runWhole(program, verb, tree, laid.env)).took);
    }
    const changed = await killAtMoments(program, laid, count, took, new Random(3));
    console.log(`killed at ${count} moments of up to ${took.toFixed(0)} ms: ${changed.length} trees changed`);
    return changed;
  },
  async writes(folder: string, count = 200): Promise<string[]> {
    const program = await programOf('test/faults/write-again.ts', `${folder}/bin`);
    const { seen, torn, left } = await killInWrites(program, `${folder}/bin`, count, new Random(4));
    const temporary = left.filter((name) => name.endsWith('.tmp')).length;
    console.log(
      `killed in ${count} writes: ${seen.join(' and ')} times whole, ${torn} torn, ${temporary} temporary files left`,
    );
    return torn === 0 && temporary <= 1 ? [] : [`${torn} torn, ${temporary} left`];
  },
  life: live,
};

function isPart(name: string): name is keyof typeof parts {
  return Object.hasOwn(parts, name);
}

const given = process.argv.slice(2);
const named = given.filter(isPart);
const counts = given.map(Number).filter((count) => count > 0);
const failed: string[] = [];
let done = 0;
for (const [place, name] of (named.length > 0 ? named : Object.keys(parts).filter(isPart)).entries()) {
  const { folder, remove } = keptFolder();
  try {
    failed.push(...(await parts[name](folder, counts[place])));
    done += 1;
  } finally {
    remove();
  }
}
for (const one of failed) console.log(`FAILED ${one}`);
console.log(`${done} parts, ${failed.length} failures`);
process.exit(failed.length > 0 ? 1 : 0);
