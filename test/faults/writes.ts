/** Kills a program in the middle of its writes; what is in the file must be whole each time. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../conformance/random.ts';
import { start } from '../support/program.ts';
import { wholeText } from './whole-text.ts';

/** Gives the names in the folder after the last kill, how often each text was there, and how often neither. */
export async function killInWrites(
  program: string,
  folder: string,
  count: number,
  random: Random,
): Promise<{ left: string[]; seen: number[]; torn: number }> {
  const file = path.join(folder, 'deps.json');
  const texts = [wholeText(0), wholeText(1)];
  const seen = [0, 0];
  let torn = 0;
  for (let n = 0; n < count; n++) {
    const child = start(program, [file]);
    if (child.stdout === null) throw new Error('it has no stdout');
    const exit = once(child, 'exit');
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, random.below(40)));
    child.kill('SIGKILL');
    await exit;
    const kind = texts.indexOf(readFileSync(file, 'utf8'));
    if (kind < 0) torn += 1;
    else seen[kind] = (seen[kind] ?? 0) + 1;
  }
  return { left: readdirSync(folder), seen, torn };
}
