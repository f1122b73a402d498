/** `npm run conformance -- --get N [--seed N] [--universe N]`: go get by chance, held against the real go. */
import path from 'node:path';
import { joinName } from '../../graph/model/name.ts';
import { goOfToolchain } from '../../graph/version/go-version.ts';
import type { Draft } from './draft.ts';
import { layDraft } from './draft-case.ts';
import { editByChance } from './edits.ts';
import { caseText, judgeGet, type GetVerdict } from './get-judge.ts';
import { queriesByChance } from './get-queries.ts';
import { draftOf, layProxy, listsOf, withRetractions, type Module, type Sources } from './get-world.ts';
import { recordedModules } from './go-testdata.ts';
import { Random } from './random.ts';
import { goEnv, realGo } from './real-go.ts';
import { recordedUniverse, wholeModules } from './recorded-universe.ts';
import { makeUniverse, type Universe } from './universe.ts';

/** So many are made in one world, each on what the one before left. */
const perWorld = 10;

export interface GetPlan {
  readonly gets: number;
  readonly seed: number;
  /** The number of the only world to run. */
  readonly universe?: number;
  readonly scratch: string;
}

export interface GetTally {
  /** Kind of answer → how often. */
  readonly counts: Readonly<Record<GetVerdict['kind'], number>>;
  /** Of those that both refuse: in the same words. */
  readonly sameWords: number;
  readonly failed: number;
}

/** Runs them; `print` gets each difference with all that is needed to repeat it. */
export function checkGets(plan: GetPlan, print: (line: string) => void): GetTally {
  const counts = { agreed: 0, refused: 0, packages: 0, differs: 0 };
  let sameWords = 0;
  for (let done = 0, number = 0; done < plan.gets; number++) {
    const count = Math.min(perWorld, plan.gets - done);
    done += count;
    if (plan.universe !== undefined && plan.universe !== number) continue;
    for (const { name, text, verdict } of worldOf(plan, number, count)) {
      counts[verdict.kind]++;
      if (verdict.kind === 'refused' && verdict.words) sameWords++;
      if (verdict.kind !== 'differs') continue;
      print(`world ${number}, ${name}\n${text}\n${verdict.why}`);
      print(`  to repeat: npm run conformance -- --get ${plan.gets} --seed ${plan.seed} --universe ${number}`);
    }
  }
  return { counts, sameWords, failed: counts.differs };
}

interface Got {
  readonly name: string;
  readonly text: string;
  readonly verdict: GetVerdict;
}

function* worldOf({ seed, scratch }: GetPlan, number: number, count: number): Generator<Got> {
  const random = new Random(seed, number, 77);
  const sources: Sources = number % 4 === 3 ? 'packages' : 'none';
  const { start, folders, modules } = universeOf(random, number);
  const base = path.join(scratch, `get-${number}`);
  const proxy = path.join(base, 'proxy');
  layProxy(proxy, modules, sources, random);
  const go = realGo(base, [proxy]);
  const lists = listsOf(modules);
  let draft: Draft = start;
  for (let n = 0; n < count; n++) {
    const [main] = draft.mains;
    if (main === undefined) return;
    const edited = random.chance(50) ? editByChance(random, { modules, folders, start }, draft).draft : draft;
    const [own = main] = edited.mains;
    let queries = queriesByChance(random, modules, own);
    while (queries.length === 0) queries = queriesByChance(random, modules, own);
    const name = `go get ${queries.map(({ path: of, query }) => joinName(of, query)).join(' ')}`;
    const one = layDraft(name, path.join(base, 'case'), { folders }, edited);
    if (one.kind !== 'module') return;
    const text = caseText(one);
    const verdict = judgeGet(one, queries, lists, sources === 'packages', go);
    const after = verdict.kind === 'agreed' || verdict.kind === 'packages' ? verdict.goMod : undefined;
    if (after !== undefined) draft = { mains: [draftOf(after, own)] };
    yield { name, text, verdict };
  }
}

/** A module, made or with requirements of go's own test data. */
function universeOf(random: Random, number: number): Omit<Universe, 'start'> & { start: Draft } {
  const recorded =
    number % 5 === 4 ? wholeModules(recordedModules(goEnv('GOROOT')), goOfToolchain(goEnv('GOVERSION'))) : [];
  const universe = recorded.length > 20 ? recordedUniverse(random, recorded) : makeUniverse(random, number);
  const [main] = universe.start.mains;
  const modules: Module[] = withRetractions(random, universe.modules);
  // A member of a workspace by itself: go get edits its go.mod alone.
  return { ...universe, modules, start: { mains: main === undefined ? [] : [{ ...main, dir: '.' }] } };
}
