/** `modscope why MODULE[@V] [DIR]`: who requires it, which version wins, and what would have to change. */
import path from 'node:path';
import { why as explain } from '../../graph/explain/why.ts';
import { Fault } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { checkModuleAndPlace } from '../module-and-place.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import { faultText } from '../report.ts';
import type { ReportOptions } from '../report-options.ts';
import { importsOf, importsText, packageImportsOf, packageText } from '../text/imports.ts';
import { plain } from '../text/plain.ts';
import { importRows, whyRows } from '../text/why-rows.ts';
import { whyText } from '../text/why.ts';

/** With packages, of an import path too. Exits 1, with the nearest names, for what is neither in the graph nor a package. */
export async function why(io: Io, options: ReportOptions, target: string, dir?: string): Promise<number> {
  checkModuleAndPlace(path.resolve(io.cwd, options.C ?? '.'), 'why', target, dir);
  const { model, status } = await read(io, options, dir);
  const found = tryToExplain(model, target);
  if (found instanceof Fault) {
    const listed = packageImportsOf(model, target);
    if (listed !== undefined) {
      await print(io, options, {
        value: listed,
        text: packageText,
        columns: 'why',
        rows: (shown) => importRows(shown.imports),
      });
      return status;
    }
    await io.stderr.write(faultText(found));
    const module = options.packages === true ? undefined : moduleOfPackage(model, target);
    if (module !== undefined) {
      await io.stderr.write(
        `  If it is a package of ${plain(module)}: \`modscope why --packages ${plain(target)}\`.\n`,
      );
    }
    // Where go failed the graph is a part of the whole: what is not in it may well be there.
    return status === exit.fine ? exit.failed : status;
  }
  const imports = importsOf(model, found);
  await print(io, options, {
    value: { found, imports },
    json: (value) => (value.imports === undefined ? value.found : { ...value.found, imports: value.imports }),
    text: (shown) =>
      [
        whyText(io.hider.model(model), shown.found),
        ...(shown.imports === undefined ? [] : [importsText(shown.imports)]),
      ].join('\n'),
    columns: 'why',
    rows: (shown) => whyRows(shown.found, shown.imports),
  });
  return status;
}

/** The longest module path of the graph that an import path begins with. */
function moduleOfPackage({ graph }: Model, target: string): string | undefined {
  return graph.paths.filter((path) => target.startsWith(`${path}/`)).sort((a, b) => b.length - a.length)[0];
}

function tryToExplain(model: Model, target: string): ReturnType<typeof explain> | Fault {
  try {
    return explain(model, target);
  } catch (error) {
    if (error instanceof Fault && error.code === 'not-found') return error;
    throw error;
  }
}
