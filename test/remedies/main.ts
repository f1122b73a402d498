/** `npm run conformance -- --remedies`: every remedy of every finding and of the doctor, in every sample and its neighbours. */
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { findingSampleNames, readFindingSample } from '../support/finding-sample.ts';
import { prove } from './prove.ts';
import { worldsOf } from './worlds.ts';

/** Fewer commands than these is a failure: they were lost, or are tried no more. */
const least = 120;

/** Only samples with one of these words in their name; all where there is none. Returns how much was wrong. */
export async function checkRemedies(
  words: readonly string[],
  scratch: string,
  print: (line: string) => void,
): Promise<number> {
  const wanted = findingSampleNames().filter((name) => words.length === 0 || words.some((word) => name.includes(word)));
  let [ran, told, worlds, failed] = [0, 0, 0, 0];
  for (const world of wanted.flatMap((name) => worldsOf(readFindingSample(name)))) {
    const proof = await prove(world, () => mkdtempSync(path.join(scratch, 'world-')), within);
    if (proof === undefined) continue;
    worlds++;
    ran += proof.ran;
    told += proof.words;
    failed += proof.wrong.length;
    for (const line of proof.wrong) print(line);
  }
  print(
    `${String(worlds)} worlds: ${String(ran)} commands of remedies were run by go, ${String(told)} were words alone, ${String(failed)} wrong`,
  );
  if (words.length > 0 || ran >= least) return failed;
  print(`${String(least)} commands are the least`);
  return failed + 1;
}

/** modscope runs in this process, and reads its environment. */
async function within<Answer>(env: Readonly<Record<string, string>>, run: () => Promise<Answer>): Promise<Answer> {
  const before = { ...process.env };
  Object.assign(process.env, env);
  try {
    return await run();
  } finally {
    for (const name of Object.keys(env)) {
      const value = before[name];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
