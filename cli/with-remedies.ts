/** The model of a folder with what came of trying remedies: only a command that was tried is told. */
import path from 'node:path';
import { findFindings } from '../graph/findings/index.ts';
import type { Finding } from '../graph/findings/types.ts';
import { heldByNetwork, untriedCount } from '../graph/remedy/settle.ts';
import { defaultLoad } from '../server/project/types.ts';
import { counted } from '../drawing/words/counted.ts';
import { loadOptionsOf, sourceOf } from './input.ts';
import type { InputOptions } from './input-options.ts';
import type { Io } from './io.ts';
import { Progress } from './progress.ts';
import type { Input } from './read.ts';
import { said } from './text/plain.ts';

/** Milliseconds for all trials of one run; what there was no time for is told in words alone. */
const patience = 20_000;

/**
 * Tries the remedies of the findings that `among` lets through, heaviest first. The network is used where the user asked
 * for what needs it (--facts, --packages). A recording has nothing to try them on.
 */
export async function withRemedies(
  io: Io,
  options: InputOptions,
  dir: string | undefined,
  input: Input,
  among: (finding: Finding) => boolean = () => true,
): Promise<Input> {
  const source = sourceOf(io, options, dir);
  const { model } = input;
  const asked = findFindings(model).filter((one) => (one.proposals ?? []).length > 0 && among(one));
  if (source.kind !== 'folder' || asked.length === 0) return input;
  const { tryRemedies } = await import('../server/remedy/try-remedies.ts');
  const load = loadOptionsOf(io.cwd, options, defaultLoad);
  const progress = new Progress(io, options.quiet === true);
  try {
    const tried = await tryRemedies({
      dir: source.dir,
      model,
      options: load,
      fetches: load.facts === true || load.packages === true,
      patience,
      onPhases: progress.show.bind(progress),
      signal: io.signal,
      among,
      typedIn: path.resolve(io.cwd),
    });
    const left = untriedCount(asked, tried);
    if (left > 0 && options.quiet !== true) {
      const why =
        heldByNetwork(asked, tried) < left
          ? 'could not be tried here'
          : `could not be tried without the network${load.offline ? '' : ' (--facts uses it)'}`;
      await io.stderr.say(said`modscope: the fix of ${counted(left, 'finding')} ${why}, so no command is shown.\n`);
    }
    return { ...input, model: { ...model, beside: { ...model.beside, tried } } };
  } finally {
    await progress.end();
  }
}
