/** `modscope versions MODULE [DIR]`: the versions of a module, what is published of each, and how it stands in the graph. */
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import { isModulePath } from '../../graph/module/names.ts';
import type { Versions } from '../../graph/published/types.ts';
import { mostVersions } from '../../graph/published/versions.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { askVersions } from '../../server/project/versions.ts';
import { exit } from '../exit.ts';
import { loadOptionsOf, sourceOf } from '../input.ts';
import type { Io } from '../io.ts';
import { checkModuleAndPlace } from '../module-and-place.ts';
import { print } from '../print.ts';
import { Progress } from '../progress.ts';
import { read } from '../read.ts';
import { faultText } from '../report.ts';
import type { ReportOptions } from '../report-options.ts';
import { plainLines, said } from '../text/plain.ts';
import { goLineOf, versionRows, versionsText } from '../text/versions.ts';

export interface VersionsOptions extends ReportOptions {
  readonly all?: true;
  readonly limit?: number;
}

/**
 * Exits 1, with the nearest names, for a module that is neither in the graph nor known to go. Where there is no go.mod, and no
 * folder was named, nothing is marked. Throws a Fault 'usage' for a recording, which go is never asked about.
 */
export async function versions(io: Io, options: VersionsOptions, module: string, dir?: string): Promise<number> {
  checkModuleAndPlace(path.resolve(io.cwd, options.C ?? '.'), 'versions', module, dir);
  checkWords(module, options);
  const source = sourceOf(io, options, dir);
  if (source.kind !== 'folder') {
    throw new Fault('usage', 'versions asks go what is published, and a recording is read without go.', {
      hint: `Name the folder of a module instead: \`modscope versions ${module} DIR\`, or -C DIR.`,
    });
  }
  const { model, status } = await graphOf(io, options, module, dir);
  const progress = new Progress(io, options.quiet === true);
  let found: Versions;
  try {
    const limit = options.all === true ? Infinity : (options.limit ?? mostVersions);
    const load = loadOptionsOf(io.cwd, options, defaultLoad);
    found = await askVersions(source.dir, { module, limit, model }, load, progress.show.bind(progress), io.signal);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'not-found') throw error;
    await progress.end();
    await io.stderr.say(faultText(error));
    return status === exit.fine ? exit.failed : status;
  } finally {
    await progress.end();
  }
  if (options.quiet !== true) for (const note of found.notes) await io.stderr.say(said`modscope: ${note}\n`);
  const goLine = goLineOf(model);
  await print(io, options, {
    value: found,
    text: (shown) => versionsText(shown, model !== undefined, goLine),
    columns: 'versions',
    rows: versionRows,
  });
  return status;
}

function checkWords(module: string, { all, limit }: VersionsOptions): void {
  if (all === true && limit !== undefined) {
    throw new Fault('usage', '--all and --limit exclude one another: each says how many versions are shown.');
  }
  const [name = '', ...rest] = module.split('@');
  if (rest.length > 0) {
    throw new Fault('usage', `versions names a module without a version, not ${module}.`, {
      hint: `\`modscope versions ${name}\` lists all; \`modscope why ${module}\` tells what requires that one.`,
    });
  }
}

/** Without a go.mod the versions of a module that one thinks of are there all the same; a folder that was named must have one. */
async function graphOf(
  io: Io,
  options: VersionsOptions,
  module: string,
  dir: string | undefined,
): Promise<{ readonly model: Model | undefined; readonly status: number }> {
  try {
    return await read(io, options, dir);
  } catch (error) {
    const isNamed = (dir ?? options.C) !== undefined;
    if (!(error instanceof Fault) || error.code !== 'no-module' || isNamed || !isModulePath(module)) throw error;
    if (options.quiet !== true)
      await io.stderr.say(
        plainLines('modscope: there is no go.mod here: no version is marked as selected or required.\n'),
      );
    return { model: undefined, status: exit.fine };
  }
}
