/** `modscope why MODULE[@V]`: who requires it, which version wins, and what would have to change. */
import { why as explain } from '../../graph/explain/why.ts';
import { Fault } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import { faultText } from '../report.ts';
import type { ReportOptions } from '../report-options.ts';
import { importsOf, importsText, packageImportsOf, packageText } from '../text/imports.ts';
import { joined, said } from '../text/plain.ts';
import { whyText } from '../text/why.ts';

/** With packages, of an import path too. Exits 1, with the nearest names, for what is neither in the graph nor a package. */
export async function why(io: Io, options: ReportOptions, target: string): Promise<number> {
  const { model, status } = await read(io, options);
  const found = tryToExplain(model, target);
  if (found instanceof Fault) {
    const listed = packageImportsOf(model, target);
    if (listed !== undefined) {
      await print(io, options, listed, () => packageText(listed));
      return status;
    }
    await io.stderr.say(faultText(found));
    const module = options.packages === true ? undefined : moduleOfPackage(model, target);
    if (module !== undefined) {
      await io.stderr.say(said`  If it is a package of ${module}: \`modscope why --packages ${target}\`.\n`);
    }
    // Where go failed the graph is a part of the whole: what is not in it may well be there.
    return status === exit.fine ? exit.failed : status;
  }
  const imports = importsOf(model, found);
  await print(io, options, imports === undefined ? found : { ...found, imports }, () =>
    joined([whyText(model, found), ...(imports === undefined ? [] : [importsText(imports)])], '\n'),
  );
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
