/** `npm run conformance`: our loader, selection and packages against the real go; see script-main.ts, edit-main.ts, get-main.ts, package-main.ts, unimport-main.ts, vulndb-main.ts and verdicts/main.ts. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkEdits } from './edit-main.ts';
import { checkGets } from './get-main.ts';
import { checkPackages } from './package-main.ts';
import { checkRemedies } from '../remedies/main.ts';
import { goEnv } from './real-go.ts';
import { checkScripts } from './script-main.ts';
import { checkUnimports } from './unimport-main.ts';
import { checkVerdicts } from './verdicts/main.ts';
import { checkVulndb } from './vulndb-main.ts';

/** Fewer than these is a failure: the go command's test data shrank, or we stopped reading it. */
const leastModules = 263;
const leastWorkspaces = 43;

function print(line: string): void {
  console.log(line);
}

/** A whole number from 0 on the command line. Throws for anything else. */
function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${text} is not a whole number`);
  return Number(text);
}

async function run(scratch: string): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      edits: { type: 'string' },
      get: { type: 'string' },
      seed: { type: 'string', default: '1' },
      universe: { type: 'string' },
      cache: { type: 'boolean', default: false },
      packages: { type: 'boolean', default: false },
      verdicts: { type: 'string' },
      world: { type: 'string' },
      from: { type: 'string' },
      remedies: { type: 'boolean', default: false },
      unimport: { type: 'boolean', default: false },
      vulndb: { type: 'string' },
    },
  });
  if (values.verdicts !== undefined) {
    const only = {
      ...(values.world === undefined ? {} : { world: whole(values.world) }),
      ...(values.from === undefined ? {} : { from: whole(values.from) }),
    };
    const plan = { worlds: whole(values.verdicts), seed: whole(values.seed), scratch, ...only };
    const { answers, unknown, failed } = await checkVerdicts(plan, print);
    for (const [what, count] of unknown) print(`${String(count)} without words of ours: ${what}`);
    for (const [answer, count] of Object.entries(answers)) print(`${String(count)} ${answer}`);
    print(`${values.verdicts} worlds, seed ${values.seed}, ${failed} disagreements, ${goEnv('GOVERSION')}`);
    return failed;
  }
  if (values.get !== undefined) {
    const only = values.universe === undefined ? {} : { universe: whole(values.universe) };
    const plan = { gets: whole(values.get), seed: whole(values.seed), scratch, ...only };
    const { counts, sameWords, failed } = checkGets(plan, print);
    print(`${counts.agreed} agree; ${counts.refused} refused by both, ${sameWords} of them in the same words`);
    print(`${counts.packages} differ by packages that go looked for`);
    print(`${values.get} gets, seed ${values.seed}, ${failed} differ, ${goEnv('GOVERSION')}`);
    return failed;
  }
  if (values.packages) {
    const failed = await checkPackages(positionals, scratch, print);
    print(`${positionals.length} folders, ${failed} failed, ${goEnv('GOVERSION')}`);
    return positionals.length === 0 ? 1 : failed;
  }
  if (values.unimport) {
    const failed = await checkUnimports(positionals, print);
    print(`${failed} not proven, ${goEnv('GOVERSION')}`);
    return positionals.length === 0 ? 1 : failed;
  }
  if (values.vulndb !== undefined) {
    const failed = await checkVulndb(values.vulndb, positionals, print);
    print(`${failed} differ, ${goEnv('GOVERSION')}`);
    return positionals.length === 0 ? 1 : failed;
  }
  if (values.remedies) {
    const failed = await checkRemedies(positionals, scratch, print);
    print(`remedies, ${goEnv('GOVERSION')}`);
    return failed;
  }
  if (values.edits !== undefined) {
    const only = values.universe === undefined ? {} : { universe: whole(values.universe) };
    const tally = checkEdits(
      { edits: whole(values.edits), seed: whole(values.seed), scratch, cache: values.cache, ...only },
      print,
    );
    if (tally.passed() === 0) tally.fail('nothing was run');
    print(`${values.edits} edits, seed ${values.seed}, ${goEnv('GOVERSION')}`);
    tally.close();
    return tally.failed;
  }
  const isWanted = (name: string): boolean => positionals.some((word) => name.includes(word));
  const tally = checkScripts(({ name }) => positionals.length === 0 || isWanted(name), scratch, print);
  const { module, workspace } = tally.agreed;
  if (positionals.length === 0 && (module < leastModules || workspace < leastWorkspaces))
    tally.fail(
      `only ${module} modules and ${workspace} workspaces; ${leastModules} and ${leastWorkspaces} are the least`,
    );
  print(`states of ${tally.sources.size} of go's test scripts, ${goEnv('GOVERSION')}`);
  tally.close();
  return tally.failed;
}

const scratch = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-conformance-')));
try {
  process.exitCode = (await run(scratch)) === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
