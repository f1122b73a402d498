/** `modscope what-if`: the build list after an edit of go.mod that is not made. */
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import type { Sources } from '../../server/project/mod-files.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { whatIfOf, type WhatIfDone } from '../../server/project/what-if.ts';
import { readEdits } from '../../server/project/what-if-edits.ts';
import { exit } from '../exit.ts';
import { loadOptionsOf, sourceOf } from '../input.ts';
import type { Io } from '../io.ts';
import { checkPlaceOfEdit } from '../module-and-place.ts';
import { print } from '../print.ts';
import { Progress } from '../progress.ts';
import { faultText } from '../report.ts';
import { counted, listed } from '../../drawing/words/counted.ts';
import { changeRows } from '../text/change-rows.ts';
import { plain, plainLines, type Printable } from '../text/plain.ts';
import { whatIfText } from '../text/what-if.ts';
import { goWords, type WhatIfOptions } from '../what-if-options.ts';
import { unimport } from './what-if-unimport.ts';
import { checkPatchAlone, printPatch } from './what-if-patch.ts';

/** Exits 1, with the nearest names, for an edit of a module that is not in the graph. Throws a Fault 'usage' for a malformed one. */
export async function whatIf(io: Io, options: WhatIfOptions, dir?: string): Promise<number> {
  const { command, line } = goWords(options.go);
  const { go: _, ...others } = options;
  const input = command === undefined ? others : { ...others, go: command };
  checkPlaceOfEdit(path.resolve(io.cwd, options.C ?? '.'), dir);
  const source = sourceOf(io, input, dir);
  if (source.kind !== 'folder') {
    throw new Fault('usage', 'what-if reads go.mod files of other versions, which a recording does not hold.', {
      hint: 'Name the folder of a module instead: DIR after the edits, or -C DIR.',
    });
  }
  if (options.patch === true) checkPatchAlone(options);
  if (options.unimport !== undefined || options.prove === true) return unimport(io, input, source.dir, line);
  const { drop = [], set = [], replace = [], exclude = [], get = [] } = options;
  const edits = readEdits({ drop, set, replace, exclude, get, ...(line === undefined ? {} : { go: line }) });
  const request = { edits, ...(options.in === undefined ? {} : { in: options.in }) };
  const progress = new Progress(io, options.quiet === true);
  let done: WhatIfDone;
  try {
    const load = loadOptionsOf(io.cwd, input, defaultLoad);
    done = await whatIfOf(source.dir, request, load, progress.show.bind(progress), io.signal);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'not-found') throw error;
    await progress.end();
    await io.stderr.say(faultText(error));
    return exit.failed;
  } finally {
    await progress.end();
  }
  if (options.quiet !== true) await io.stderr.say(talk(done));
  const { answer, base, head } = done;
  if (options.patch === true) {
    const unproven = answer.get?.find(({ proven }) => !proven);
    return printPatch(io, answer.patch, unproven === undefined ? undefined : `${unproven.command} was not proven`);
  }
  await print(io, input, {
    value: { edits, answer, base, head },
    json: (value) => value.answer,
    text: (shown) => whatIfText(shown.edits, shown),
    columns: 'changes',
    rows: (shown) => changeRows(shown.answer),
  });
  return exit.fine;
}

function talk({ notes, answer }: WhatIfDone): Printable {
  const told = [...notes.map(plainLines), sourcesText(answer.sources)];
  return plainLines(told.map((note) => `modscope: ${note}\n`).join(''));
}

/** `read 412 go.mod files from the module cache; go fetched 2: …` */
function sourcesText({ cache, fetched, folders }: Sources): Printable {
  const parts = [
    `read ${counted(cache, 'go.mod file')} from the module cache`,
    ...(fetched.length === 0 ? [] : [`go fetched ${counted(fetched.length, 'more', 'more')}: ${listed(fetched, 5)}`]),
    ...(folders.length === 0 ? [] : [`folders: ${listed(folders, 5)}`]),
  ];
  return plain(parts.join('; '));
}
