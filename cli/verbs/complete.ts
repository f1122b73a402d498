/** `modscope __complete -- WORDS…`: what the shells' scripts ask. One candidate a line, a tab, what it means; last what files the shell adds. */
import type { Command } from 'commander';
import { candidates, type Candidates } from '../completion/candidates.ts';
import { written } from '../../graph/written.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { plain } from '../text/plain.ts';

/** Says nothing where nothing is known: a shell shows no error of ours in the middle of a line. */
export async function complete(io: Io, program: Command, words: readonly string[]): Promise<number> {
  const { list, also = '' } = await found(io, program, words);
  const lines = list.map(({ text, means }) => `${plain(text)}\t${plain(means)}\n`);
  await io.stdout.hand(written(`${lines.join('')}:${also}\n`));
  return exit.fine;
}

async function found(io: Io, program: Command, words: readonly string[]): Promise<Candidates> {
  try {
    return await candidates(program, words, { cwd: io.cwd, signal: io.signal });
  } catch {
    return { list: [] };
  }
}
