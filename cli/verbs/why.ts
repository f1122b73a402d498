/** `modscope why MODULE[@V] [DIR]`: who requires it, which version wins, and what would have to change. */
import path from 'node:path';
import { explain, type Explanation } from '../../graph/explain/explain.ts';
import type { Why } from '../../graph/explain/why.ts';
import { Fault } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { checkModuleAndPlace } from '../module-and-place.ts';
import { print } from '../print.ts';
import { read } from '../read.ts';
import { faultText } from '../report.ts';
import type { ReportOptions } from '../report-options.ts';
import { absenceText, goText, placeText, replacementText, standardText } from '../text/explanation.ts';
import { importsOf, importsText, packageImportsOf, type Imports, type PackageImports } from '../text/imports.ts';
import { joined, type Printable } from '../text/plain.ts';
import { explanationRows } from '../text/why-rows.ts';
import { whyText } from '../text/why.ts';

/** What was found, and how it comes to be imported. */
interface Answer {
  readonly found: Explanation;
  /** Of the module of each `why`, in their order; undefined where packages were not listed. */
  readonly imports: readonly (Imports | undefined)[];
  /** Of the package itself. */
  readonly listed?: PackageImports;
}

/**
 * Of a module, `go`, `toolchain`, a package, what stands in for a module, or what the graph does not hold. Exits 1 for what
 * is not in the graph: with what go.mod, go.sum and the cache say of it, else with the nearest names.
 */
export async function why(io: Io, options: ReportOptions, target: string, dir?: string): Promise<number> {
  checkModuleAndPlace(path.resolve(io.cwd, options.C ?? '.'), 'why', target, dir);
  const { model, status } = await read(io, options, dir, { frontier: true });
  const found = tryToExplain(model, target);
  // Where go failed the graph is a part of the whole: what is not in it may well be there.
  const missing = status === exit.fine ? exit.failed : status;
  if (found instanceof Fault) {
    await io.stderr.say(faultText(found));
    return missing;
  }
  await print(io, options, {
    value: answerOf(model, found),
    json: dataOf,
    text: (shown) => textOf(io.hider.model(model), shown),
    columns: 'why',
    rows: ({ found: one, imports, listed }) => explanationRows(one, imports, listed?.imports),
  });
  return isMissing(found) ? missing : status;
}

function answerOf(model: Model, found: Explanation): Answer {
  const name = found.kind === 'standard' ? found.package : found.kind === 'package' ? found.place.package : undefined;
  const listed = name === undefined ? undefined : packageImportsOf(model, name);
  return {
    found,
    imports: whysOf(found).map((one) => importsOf(model, one)),
    ...(listed === undefined ? {} : { listed }),
  };
}

function whysOf(found: Explanation): readonly Why[] {
  if (found.kind === 'module') return [found.why];
  return found.kind === 'package' || found.kind === 'replacement' ? found.whys : [];
}

/** What programs read. */
function dataOf({ found, imports: [first], listed }: Answer): unknown {
  switch (found.kind) {
    case 'module':
      return {
        ...found.why,
        ...(found.ambiguous.length === 0 ? {} : { ambiguous: found.ambiguous }),
        ...(first === undefined ? {} : { imports: first }),
      };
    case 'go':
      return found.go;
    case 'standard':
      return {
        package: found.package,
        standard: true,
        ...(listed === undefined ? {} : { imports: listed.imports }),
      };
    case 'package':
      return { ...found.place, ...listed, whys: found.whys };
    case 'replacement':
      return { target: found.target, standsFor: found.lines, whys: found.whys };
    case 'absent':
      return { ...found.absence, absent: true };
  }
}

function textOf(model: Model, { found, imports, listed }: Answer): Printable {
  const ofPackage = listed === undefined ? [] : [importsText(listed.imports)];
  const modules = whysOf(found).map((one, i) =>
    moduleText(model, one, found.kind === 'package' ? undefined : imports[i]),
  );
  switch (found.kind) {
    case 'module':
      return joined([...modules, ...found.ambiguous.map(placeText)], '\n');
    case 'go':
      return goText(found.go);
    case 'standard':
      return joined([standardText(found.package), ...ofPackage], '\n');
    case 'package':
      return joined([placeText(found.place), ...ofPackage, ...modules], '\n');
    case 'replacement':
      return joined([replacementText(found.target, found.lines), ...modules], '\n');
    case 'absent':
      return absenceText(found.absence);
  }
}

function moduleText(model: Model, found: Why, imports: Imports | undefined): Printable {
  return joined([whyText(model, found), ...(imports === undefined ? [] : [importsText(imports)])], '\n');
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
