/** The answers of `why` that are not about a module of the graph: go lines, packages, replacements, and what is not there. */
import type { Absence } from '../../graph/explain/absent.ts';
import type { Replacing } from '../../graph/explain/declared.ts';
import type { PackagePlace } from '../../graph/explain/explain.ts';
import type { WhyGo } from '../../graph/explain/go-lines.ts';
import { joinName } from '../../graph/model/name.ts';
import { compareModuleVersions } from '../../graph/version/go-version.ts';
import { counted } from '../../drawing/words/counted.ts';
import { joined, type Printable, said } from './plain.ts';
import { table } from './table.ts';
import { droppedLines, excludeLines, listed, paragraphs } from './why.ts';

const mostNames = 5;

/** What is selected, because of whom, and every line that says something. */
export function goText(found: WhyGo): Printable {
  const { path, selected = '', tooLow, requiredBy, declared } = found;
  const versions = [...new Set([...declared, ...requiredBy].map((one) => one.version))].sort((a, b) =>
    compareModuleVersions(path, b, a),
  );
  const rows = versions.map((one) => [one === selected ? '  ✓' : '  ·', one, listed(sayingIn(found, one), mostNames)]);
  const title =
    versions.length === 1
      ? 'Required at one version:'
      : `Required at ${counted(versions.length, 'version')}; the highest wins:`;
  return paragraphs([
    goHead(found),
    ...(tooLow.length === 0
      ? []
      : [said`${listed(tooLow, mostNames)} must say at least go ${selected}: go refuses to build with less.\n`]),
    ...(rows.length === 0 ? [] : [joined([said`${title}\n`, table(rows)])]),
  ]);
}

function goHead({ path, version, selected, declared, heldBy }: WhyGo): Printable {
  if (selected === undefined) return said`No ${path} line counts here: nothing requires a ${path}.\n`;
  const because = `${path} ${selected} is selected, because of ${listed(heldBy, mostNames)}`;
  if (version !== undefined && version !== selected) return said`${path} ${version} is superseded: ${because}.\n`;
  const others = declared.filter(({ file, ignored }) => ignored !== true && !heldBy.includes(file));
  const lines = others.map((line) => `${line.file} says ${path} ${line.version}`);
  return said`${[because, ...(lines.length === 0 ? [] : [listed(lines, mostNames)])].join('; ')}.\n`;
}

function sayingIn({ declared, requiredBy }: WhyGo, version: string): string[] {
  return [
    ...declared
      .filter((line) => line.version === version)
      .map(({ file, ignored }) => (ignored === true ? `${file} (go.work decides)` : file)),
    ...requiredBy.filter((asker) => asker.version === version).flatMap(({ by }) => by),
  ];
}

/** Which module provides a package, or may. */
export function placeText({ package: name, by, modules, notListed }: PackagePlace): Printable {
  const [longest = '', ...others] = modules;
  if (by === 'listed') return said`${name} is a package of ${longest}.\n`;
  if (by === 'ambiguous') {
    return said`${name} is a package of ${counted(modules.length, 'module')}, and go refuses to choose: ${modules.join(', ')}.\n`;
  }
  const also = others.length === 0 ? '' : `; ${listed(others, mostNames)} ${others.length === 1 ? 'fits' : 'fit'} too`;
  const seen =
    notListed === true
      ? 'Nothing that is built or tested here imports such a package'
      : 'Whether there is such a package was not looked at: --packages does';
  return said`${name} is no module of the graph. If it is a package, its module is ${longest}, the longest module path that fits${also}.\n${seen}.\n`;
}

/** A package of the standard library. */
export function standardText(name: string): Printable {
  const [first = ''] = name.split('/');
  return said`${name} belongs to the standard library: import paths that begin with ${first} come with go itself, and no module has them.\n`;
}

/** A fork or a folder that is read in place of a module. */
export function replacementText(target: string, lines: readonly Replacing[]): Printable {
  const rows = lines.map(
    ({ file, old, new: by }) =>
      said`  ${file}: ${joinName(old.path, old.version)} => ${joinName(by.path, by.version)}\n`,
  );
  return joined([said`${target} is no module of the graph: it stands in for another one.\n`, ...rows]);
}

/** Why the graph does not hold it. */
export function absenceText({
  path,
  version,
  excluded,
  dropped,
  declared,
  replaced,
  sums,
  tidied,
}: Absence): Printable {
  return paragraphs([
    said`${joinName(path, version)} is not in the module graph.\n`,
    ...(excluded.length === 0 ? [] : [joined([excludeLines(excluded), requirersText(dropped, declared)])]),
    ...(replaced.length === 0
      ? []
      : [joined([replaceLines(replaced), said`Nothing in the graph requires it, so the line has no effect.\n`])]),
    ...(sums.length === 0 ? [] : [sumsText(sums, tidied === true)]),
  ]);
}

function requirersText(dropped: Absence['dropped'], declared: Absence['declared']): Printable {
  const own = declared.map(
    ({ file, version }) => said`  ${version} is required by ${file} itself: go drops the requirement.\n`,
  );
  if (dropped === undefined) {
    const unknown = said`  What requires it is not known: the go.mod files of the modules were not read.\n`;
    return joined([...own, unknown]);
  }
  if (dropped.length === 0 && own.length === 0) return said`  No go.mod that was read requires it.\n`;
  return joined([...own, droppedLines(dropped)]);
}

function replaceLines(replaced: readonly Replacing[]): Printable {
  return joined(
    replaced.map(
      ({ file, old, new: by }) =>
        said`${file} replaces ${joinName(old.path, old.version)} by ${joinName(by.path, by.version)}.\n`,
    ),
  );
}

function sumsText(sums: readonly string[], tidied: boolean): Printable {
  const only = said`It stands only in go.sum, at ${listed(sums, mostNames)}: a line there is a checksum, and requires nothing.\n`;
  return tidied
    ? joined([only, said`\`go mod tidy\` drops the lines, unless the code imports a package of it.\n`])
    : only;
}
