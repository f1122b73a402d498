/** Loads what the options name, and says on stderr what the user should know of it. */
import { isRefusalCode } from '../graph/model/verdict.ts';
import type { Fault } from '../graph/fault.ts';
import type { Model } from '../graph/model/model.ts';
import { openSnapshot } from '../graph/snapshot/open.ts';
import { load } from '../server/project/load.ts';
import { defaultLoad, type Loaded, type LoadOptions } from '../server/project/types.ts';
import { checkSample } from './check-sample.ts';
import { exit, statusOf } from './exit.ts';
import { loadOptionsOf, sourceOf } from './input.ts';
import type { InputOptions } from './input-options.ts';
import type { Io } from './io.ts';
import { Progress } from './progress.ts';
import { faultText } from './report.ts';
import { counted } from '../drawing/words/counted.ts';
import { joined, plainLines, type Printable, said } from './text/plain.ts';

export interface Input {
  readonly model: Model;
  readonly loaded: Loaded;
  /** What a verb that fared well exits with: not 0 when go failed and only a part is on show. */
  readonly status: number;
}

/** `more`: what a verb loads besides what its user asked for. Throws a Fault when there is nothing to show. */
export async function read(
  io: Io,
  options: InputOptions,
  dir?: string,
  more: Partial<LoadOptions> = {},
): Promise<Input> {
  const source = sourceOf(io, options, dir);
  if (source.kind === 'sample') checkSample(source.name);
  const progress = new Progress(io, options.quiet === true);
  let loaded: Loaded;
  try {
    const onPhases = progress.show.bind(progress);
    loaded = await load(source, loadOptionsOf(io.cwd, options, { ...defaultLoad, ...more }), onPhases, io.signal);
  } finally {
    await progress.end();
  }
  const model = openSnapshot(loaded.snapshot, loaded.run.beside);
  io.hider.learn(model.graph.paths);
  const { fault } = loaded;
  if (fault !== undefined) await io.stderr.say(partial(fault));
  if (options.quiet !== true) await io.stderr.say(notesText(loaded, more.verdict === true));
  return {
    model,
    loaded,
    status: fault === undefined ? exit.fine : statusOf(fault.code),
  };
}

function partial(fault: Fault): Printable {
  return joined([faultText(fault), said`\nmodscope: what is shown is what is known without it.\n`]);
}

/**
 * Notes of the loader, then modules that could not be loaded and differences in the selection, the first few. `judged`: the
 * verb tells what go refuses itself, with what mends it.
 */
function notesText({ notes, snapshot, fault }: Loaded, judged: boolean): Printable {
  const all = fault === undefined ? snapshot.problems : [];
  const problems = all.filter(({ code }) => !judged || !isRefusalCode(code));
  const told = problems.slice(0, 3).map(({ subject, text }) => {
    const [first = ''] = plainLines(text).split('\n');
    return said`${subject}: ${first}`;
  });
  const more =
    problems.length > told.length
      ? [said`${counted(problems.length - told.length, 'more problem')}: \`modscope findings\` shows all`]
      : [];
  return plainLines([...notes.map(plainLines), ...told, ...more].map((note) => `modscope: ${note}\n`).join(''));
}
