/** `modscope why MODULE[@V]`: who requires it, which version wins, and what would have to change. */
import { explain, type Explanation } from '../../graph/explain/explain.ts';
import type { Why } from '../../graph/explain/why.ts';
import { Fault } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import { faultText } from '../report.ts';
import type { ReportOptions } from '../report-options.ts';
import { absenceText, goText, placeText, replacementText, standardText } from '../text/explanation.ts';
import { importsOf, importsText, packageImportsOf } from '../text/imports.ts';
import { whyText } from '../text/why.ts';

/**
 * Of a module, `go`, `toolchain`, a package, what stands in for a module, or what the graph does not hold. Exits 1 for what
 * is not in the graph: with what go.mod, go.sum and the cache say of it, else with the nearest names.
 */
export async function why(io: Io, options: ReportOptions, target: string): Promise<number> {
  const { model, status } = await read(io, options, undefined, { frontier: true });
  const found = tryToExplain(model, target);
  // Where go failed the graph is a part of the whole: what is not in it may well be there.
  const missing = status === exit.fine ? exit.failed : status;
  if (found instanceof Fault) {
    await io.stderr.write(faultText(found));
    return missing;
  }
  const { data, text } = answerOf(model, found);
  await print(io, options, data, () => text);
  return isMissing(found) ? missing : status;
}

/** The data that programs read, and its words. */
function answerOf(model: Model, found: Explanation): { data: unknown; text: string } {
  switch (found.kind) {
    case 'module': {
      const imports = importsOf(model, found.why);
      const { ambiguous } = found;
      return {
        data: {
          ...found.why,
          ...(ambiguous.length === 0 ? {} : { ambiguous }),
          ...(imports === undefined ? {} : { imports }),
        },
        text: [moduleText(model, found.why), ...ambiguous.map(placeText)].join('\n'),
      };
    }
    case 'go':
      return { data: found.go, text: goText(found.go) };
    case 'standard': {
      const listed = packageImportsOf(model, found.package);
      const text = standardText(found.package);
      return {
        data: { package: found.package, standard: true, ...(listed === undefined ? {} : { imports: listed.imports }) },
        text: listed === undefined ? text : `${text}\n${importsText(listed.imports)}`,
      };
    }
    case 'package': {
      const { place, whys } = found;
      const listed = packageImportsOf(model, place.package);
      const imports = listed === undefined ? [] : [importsText(listed.imports)];
      return {
        data: { ...place, ...listed, whys },
        text: [placeText(place), ...imports, ...whys.map((one) => whyText(model, one))].join('\n'),
      };
    }
    case 'replacement': {
      const { target, lines, whys } = found;
      return {
        data: { target, standsFor: lines, whys },
        text: [replacementText(target, lines), ...whys.map((one) => moduleText(model, one))].join('\n'),
      };
    }
    case 'absent':
      return { data: { ...found.absence, absent: true }, text: absenceText(found.absence) };
  }
}

function moduleText(model: Model, found: Why): string {
  const imports = importsOf(model, found);
  return [whyText(model, found), ...(imports === undefined ? [] : [importsText(imports)])].join('\n');
}

/** A package that go did not list, of a module that is there, is not missing where nobody looked for it. */
function isMissing(found: Explanation): boolean {
  if (found.kind === 'package') return found.place.notListed === true;
  return found.kind === 'absent' || (found.kind === 'replacement' && found.whys.length === 0);
}

function tryToExplain(model: Model, target: string): Explanation | Fault {
  try {
    return explain(model, target);
  } catch (error) {
    if (error instanceof Fault && error.code === 'not-found') return error;
    throw error;
  }
}
