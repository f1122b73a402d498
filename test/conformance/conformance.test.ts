/** A part of `npm run conformance`, small enough for every run of the tests. It needs the go whose rules we follow. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { compareGoVersions, goOfToolchain } from '../../graph/version/go-version.ts';
import { temporaryFolder } from '../support/tree.ts';
import { checkEdits } from './edit-main.ts';
import { checkGets } from './get-main.ts';
import { goEnv } from './real-go.ts';
import { checkScripts } from './script-main.ts';
import { checkVerdicts } from './verdicts/main.ts';

const isOurGo = compareGoVersions(goOfToolchain(goEnv('GOVERSION')), '1.26') >= 0;
/** Some distributions leave the test data out. */
const hasData = existsSync(path.join(goEnv('GOROOT'), 'src/cmd/go/testdata/script'));

/** Pruning, repair of roots, replacements, exclusions, go and toolchain lines, workspaces. */
const scripts =
  /^(mod_(graph|lazy|prune|toolchain|goline|go_version|exclude|require_exclude|replace|indirect|upgrade|get_down|get_none|tidy_cycle|edit_toolchain|retract)|work(_|\.)(prune|replace|sync|use|edit|init|go))/;

it.skipIf(!isOurGo || !hasData)('agrees with go on the states of its own test scripts', { timeout: 900_000 }, () => {
  const differences: string[] = [];
  const tally = checkScripts(
    ({ name }) => scripts.test(name),
    temporaryFolder(),
    (line) => differences.push(line),
  );
  expect(differences).toEqual([]);
  expect(tally.agreed.module).toBeGreaterThan(200);
  expect(tally.agreed.workspace).toBeGreaterThan(30);
});

it.skipIf(!isOurGo)('agrees with go on edits by chance', { timeout: 900_000 }, () => {
  const differences: string[] = [];
  const plan = { edits: 60, seed: 4, scratch: temporaryFolder(), cache: false };
  const tally = checkEdits(plan, (line) => differences.push(line));
  expect(differences).toEqual([]);
  expect(tally.agreed.module).toBeGreaterThan(30);
  expect(tally.agreed.workspace).toBeGreaterThan(5);
});

it.skipIf(!isOurGo)('makes of go.mod what go get makes of it', { timeout: 900_000 }, () => {
  const differences: string[] = [];
  const plan = { gets: 60, seed: 5, scratch: temporaryFolder() };
  const { counts, sameWords } = checkGets(plan, (line) => differences.push(line));
  expect(differences).toEqual([]);
  expect(counts.agreed).toBeGreaterThan(25);
  expect(sameWords).toBeGreaterThan(3);
});

it.skipIf(!isOurGo)(
  'says what go says of made worlds: refused, accepted, or not asked',
  { timeout: 900_000 },
  async () => {
    const differences: string[] = [];
    const plan = { worlds: 20, seed: 1, scratch: temporaryFolder() };
    const { answers } = await checkVerdicts(plan, (line) => differences.push(line));
    expect(differences).toEqual([]);
    expect(answers.refused).toBeGreaterThan(5);
    expect(answers.accepted).toBeGreaterThan(3);
  },
);
