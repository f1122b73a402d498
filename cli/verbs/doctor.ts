/** `modscope doctor`: what is wrong with go, the module and the machine, and what mends it. */
import { Fault } from '../../graph/fault.ts';
import { examine } from '../../server/doctor/doctor.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { exit } from '../exit.ts';
import { loadOptionsOf, sourceOf } from '../input.ts';
import type { Io } from '../io.ts';
import { print } from '../print.ts';
import type { ReportOptions } from '../report-options.ts';
import { doctorText } from '../text/doctor.ts';

/** Exits 1 where an error was found. Throws a Fault 'usage' for a recording, 'not-found' for a folder that is not there. */
export async function doctor(io: Io, options: ReportOptions, dir?: string): Promise<number> {
  const source = sourceOf(io, options, dir);
  if (source.kind !== 'folder') {
    throw new Fault('usage', 'doctor looks at go, a folder and this machine, and a recording is none of these.', {
      hint: 'Name the folder of a module: `modscope doctor DIR`.',
    });
  }
  const diagnosis = await examine({
    named: source.dir,
    options: loadOptionsOf(io.cwd, options, defaultLoad),
    signal: io.signal,
  });
  await print(io, options, {
    value: diagnosis,
    text: doctorText,
    columns: 'doctor',
    rows: ({ found }) =>
      found.map(({ remedy, ...one }) => ({ ...one, remedy: remedy?.words ?? '', command: remedy?.command ?? '' })),
  });
  return diagnosis.found.some(({ severity }) => severity === 'error') ? exit.failed : exit.fine;
}
