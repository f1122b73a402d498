/** `modscope what-if --unimport X`: what leaves go.mod and the build list once the code does not import X. */
import { Fault } from '../../graph/fault.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { askUnimport, prepareUnimport, type UnimportStage } from '../../server/project/unimport.ts';
import { exit } from '../exit.ts';
import { loadOptionsOf } from '../input.ts';
import type { Io } from '../io.ts';
import { print } from '../print.ts';
import { Progress } from '../progress.ts';
import { faultText } from '../report.ts';
import { changeRows } from '../text/change-rows.ts';
import { plainLines } from '../text/plain.ts';
import { unimportText } from '../text/unimport.ts';
import type { WhatIfOptions } from '../what-if-options.ts';
import { printPatch } from './what-if-patch.ts';

/** What a what-if has of its own; `go` names the command. */
type Options = Omit<WhatIfOptions, 'go'> & { readonly go?: string };

/** `line`: a go line that --go sets. Exits 1, with the nearest names, for what nothing imports. Throws a Fault 'usage' for other edits beside it. */
export async function unimport(io: Io, options: Options, dir: string, line: string | undefined): Promise<number> {
  const names = options.unimport;
  if (names === undefined) throw new Fault('usage', '--prove proves what --unimport says: name a module with it.');
  checkAlone(options, line);
  const progress = new Progress(io, options.quiet === true);
  let done: UnimportStage;
  try {
    const load = loadOptionsOf(io.cwd, options, defaultLoad);
    const request = { names, fetches: options.prove === true, ...(options.in === undefined ? {} : { in: options.in }) };
    done = await askUnimport(await prepareUnimport(dir, load, progress.show.bind(progress), io.signal), request);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'not-found') throw error;
    await progress.end();
    await io.stderr.say(faultText(error));
    return exit.failed;
  } finally {
    await progress.end();
  }
  if (options.quiet !== true) for (const note of done.notes) await io.stderr.say(plainLines(`modscope: ${note}\n`));
  if (options.patch === true) {
    const { by, proven, patch } = done.answer;
    const why = proven === false ? `this is an estimate by ${by}` : undefined;
    // Of what nothing imports nothing changes.
    return printPatch(io, proven === undefined ? '' : patch, why);
  }
  await print(io, options, {
    value: done.answer,
    text: (shown) => unimportText(shown, options.offline === true),
    columns: 'changes',
    rows: changeRows,
  });
  return exit.fine;
}

/** What go mod tidy makes of an edited go.mod is another question than what it makes of other code. */
function checkAlone({ drop, set, replace, exclude, get }: Options, line: string | undefined): void {
  const others = [
    ...(drop === undefined ? [] : ['--drop']),
    ...(set === undefined ? [] : ['--set']),
    ...(replace === undefined ? [] : ['--replace']),
    ...(exclude === undefined ? [] : ['--exclude']),
    ...(get === undefined ? [] : ['--get']),
    ...(line === undefined ? [] : [`--go ${line}`]),
  ];
  if (others.length === 0) return;
  throw new Fault('usage', `--unimport is about the code, ${others.join(' and ')} about go.mod: one at a time.`, {
    hint: 'Ask about each one by itself.',
  });
}
