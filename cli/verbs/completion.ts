/** `modscope completion SHELL`: prints the script that a shell reads. */
import { scripts, type Shell } from '../completion/scripts.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';

export async function completion(io: Io, shell: Shell): Promise<number> {
  await io.stdout.hand(scripts[shell]);
  return exit.fine;
}
