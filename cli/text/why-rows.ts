/** The answer of `why` as rows: everything that it found, nothing cut. */
import type { Explanation } from '../../graph/explain/explain.ts';
import type { Why } from '../../graph/explain/why.ts';
import { joinName } from '../../graph/model/name.ts';
import type { Row } from '../columns.ts';
import type { Imports } from './imports.ts';

/** What the line says, of which version and number, and the name. */
function line(what: string, name: string, version = '', number?: number): Row<'why'> {
  return { what, number: number === undefined ? '' : String(number), version, name };
}

/** The module first, then who requires it, paths, what would have to change, what would leave with it, and imports. */
function whyRows(found: Why, imports: Imports | undefined): Row<'why'>[] {
  const { path, version, selected = '', requiredBy, paths, lower, lose, alone } = found;
  return [
    line('module', path, version ?? selected),
    ...requiredBy.flatMap((asker) => asker.by.map((by) => line('required', by, asker.version))),
    ...paths.map((names, n) => line('path', names.join(' '), '', n + 1)),
    ...lower.flatMap((step) => [
      ...step.change.map((name) => line('lower', name, step.version)),
      ...step.lines.map((one) => line('line', joinName(one.path, one.version), step.version)),
    ]),
    ...(lose?.lines ?? []).map((one) => line('line', joinName(one.path, one.version), 'none')),
    ...alone.map((name) => line('alone', name)),
    ...importRows(imports),
  ];
}

/** The same of everything that may be named: lines of go and toolchain, packages, replacements, and what is not there. */
export function explanationRows(
  found: Explanation,
  imports: readonly (Imports | undefined)[],
  ofPackage: Imports | undefined,
): Row<'why'>[] {
  switch (found.kind) {
    case 'module':
      return whyRows(found.why, imports[0]);
    case 'go': {
      const { path, selected = '', requiredBy } = found.go;
      return [
        line('module', path, selected),
        ...requiredBy.flatMap((asker) => asker.by.map((by) => line('required', by, asker.version))),
      ];
    }
    case 'standard':
      return [line('standard', found.package), ...importRows(ofPackage)];
    case 'package':
      return [
        line('package', found.place.package),
        ...importRows(ofPackage),
        ...found.whys.flatMap((one) => whyRows(one, undefined)),
      ];
    case 'replacement':
      return [line('replacement', found.target), ...found.whys.flatMap((one, i) => whyRows(one, imports[i]))];
    case 'absent':
      return [line('absent', found.absence.path, found.absence.version ?? '')];
  }
}

function importRows(imports: Imports | undefined): Row<'why'>[] {
  if (imports === undefined) return [];
  const { chains, elsewhere } = imports;
  return [
    ...chains.map((names, n) => line('import', names.join(' '), '', n + 1)),
    ...(elsewhere === undefined ? [] : [line('elsewhere', `${elsewhere.package} ${elsewhere.file}`.trim())]),
  ];
}
