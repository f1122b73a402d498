/** `modscope what-if … --patch`: the patch alone on stdout, and what is to be known of it on stderr. */
import { Fault } from '../../graph/fault.ts';
import { written } from '../../graph/written.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { formOf } from '../report-options.ts';
import { plain, plainLines } from '../text/plain.ts';
import type { WhatIfOptions } from '../what-if-options.ts';

/** Throws a Fault 'usage' where another form is asked for, too: JSON has the patch as a field. */
export function checkPatchAlone(options: Omit<WhatIfOptions, 'go'>): void {
  const form = formOf(options);
  if (form === 'text') return;
  throw new Fault('usage', `--patch prints a patch, and ${form} is another form.`, {
    hint: form === 'json' ? 'Leave --patch out: JSON has it as the field patch.' : 'Leave one of them out.',
  });
}

/** `why`: why there is none, as far as it is known. Exits 1 without a patch; an empty one is one of nothing, and said to be. */
export async function printPatch(io: Io, patch: string | undefined, why: string | undefined): Promise<number> {
  const say = (text: string): Promise<void> => io.stderr.say(plainLines(`modscope: ${text}\n`));
  if (patch === undefined) {
    const reason = why ?? 'go.mod could not be edited as text, or a file of the workspace lies outside of its folder';
    await say(plain(`no patch: ${reason}. Only what go made on copies is printed as one.`));
    return exit.failed;
  }
  const safe = written(patch);
  if (safe !== patch || io.hider.value(patch) !== patch) {
    await say('no patch: a line of it holds what is not to be printed, and would not apply without that.');
    return exit.failed;
  }
  if (patch === '') await say('nothing changes: there is no patch.');
  else await say('go.sum is not in the patch: `go mod tidy` completes it.');
  await io.stdout.hand(safe);
  return exit.fine;
}
