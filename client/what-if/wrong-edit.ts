/**
 * What of the page's edits cannot be asked, in the words of the page, and which edit it is. The server refuses the same (server/project/what-if-edits.ts,
 * graph/what-if/place.ts), but in the words of the command line, which has flags.
 */
import { refusedImportPath } from '../../graph/module/path.ts';
import { isModuleName, isModulePath, isModuleVersion, moduleQuery, whyNoModule } from '../../graph/module/names.ts';
import { nearest } from '../../graph/nearest.ts';
import type { FaultMessage } from '../../graph/fault.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { WordedEdit } from '../../graph/what-if/stages.ts';
import { compareModuleVersions } from '../../graph/version/go-version.ts';
import { editText } from '../words/edits.ts';
import { editWords } from '../words/what-if.ts';
import { mostEdits } from './edit-text.ts';

export interface WrongEdit {
  /** Its place among the edits. */
  readonly at: number;
  readonly fault: FaultMessage;
}

/** Longest text of an edit that a server takes. */
const longest = 2000;
/** Versions and names that a hint lists. */
const mostListed = 8;
/** modfile GoVersionRE. */
const goVersion = /^([1-9][0-9]*)\.(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))?([a-z]+[0-9]+)?$/;
/** What go takes for a folder on the right of a replace line (modfile IsDirectoryPath). */
const folder = /^(?:\.{1,2}(?:$|[/\\])|[/\\]|[A-Za-z]:)/;

type Mistake = readonly [message: string, hint?: string];

/** The first edit that cannot be asked of what is on show; undefined where all can. Whether go agrees is not looked at. */
export function wrongEdit(edits: readonly WordedEdit[], snapshot: Snapshot): WrongEdit | undefined {
  const seen = new Map<string, WordedEdit>();
  for (const [at, edit] of edits.entries()) {
    const mistake = at >= mostEdits ? tooMany : (mistakeOf(edit, snapshot, edits) ?? twice(edit, snapshot, seen));
    if (mistake === undefined) continue;
    const [message, hint] = mistake;
    return { at, fault: { code: 'usage', message, ...(hint === undefined ? {} : { hint }) } };
  }
  return undefined;
}

const tooMany: Mistake = [editText.most(mostEdits), editText.removeSome];

function mistakeOf(edit: WordedEdit, snapshot: Snapshot, edits: readonly WordedEdit[]): Mistake | undefined {
  if (edit.value.length > longest || (edit.in?.length ?? 0) > longest) return [editText.tooLong];
  const { path, version } = partsOf(edit);
  return (
    formOf(edit, path, version) ??
    (edit.kind !== 'go' && snapshot.mains.some((main) => main.path === path)
      ? [editText.isMain(path), editText.requireHint]
      : placeOf(edit, path, snapshot)) ??
    inGraph(edit, path, version, snapshot, edits)
  );
}

/** The path that an edit is about, and the version behind its @; '' for none. */
function partsOf({ kind, value }: WordedEdit): { readonly path: string; readonly version: string | undefined } {
  if (kind === 'go') return { path: '', version: value };
  const left = kind === 'replace' ? value.slice(0, value.includes('=') ? value.indexOf('=') : undefined) : value;
  const at = left.indexOf('@');
  return at === -1 ? { path: left, version: undefined } : { path: left.slice(0, at), version: left.slice(at + 1) };
}

/** How it is written. */
function formOf({ kind, value }: WordedEdit, path: string, version: string | undefined): Mistake | undefined {
  if (kind === 'go') return goVersion.test(value) ? undefined : [editText.noGo(value), editText.noGoHint];
  if (kind === 'unimport') {
    if (value.includes('@')) return [editText.noImport(value), editText.noVersionHere];
    return refusedImportPath(value.replaceAll('...', 'x')) === undefined
      ? undefined
      : [editText.noImport(value), editText.noPathHint];
  }
  if (path === 'go' || path === 'toolchain') return [editText.ofGo];
  if (!isModuleName(path) || (kind === 'get' && !isModulePath(path)))
    return [editText.noPath(path), editText.noPathHint];
  if (kind === 'drop') return version === undefined ? undefined : [editText.noPath(value), editText.noVersionHere];
  if (kind === 'get') {
    return version === undefined || moduleQuery(path, version) !== undefined
      ? undefined
      : [editText.noQuery(version), editText.noQueryHint];
  }
  const own = kind === 'replace' && version === undefined ? undefined : versionMistake(path, version ?? '');
  return own ?? (kind === 'replace' ? targetMistake(value) : undefined);
}

function versionMistake(path: string, version: string): Mistake | undefined {
  if (!isModuleVersion(version)) return [editText.noVersion(version), editText.noVersionHint];
  const why = isModulePath(path) ? whyNoModule(path, version) : undefined;
  return why === undefined ? undefined : [editText.misfit(path, version, why), editText.noVersionHint];
}

/** The right side of a replacement. */
function targetMistake(value: string): Mistake | undefined {
  const equals = value.indexOf('=');
  const target = equals === -1 ? '' : value.slice(equals + 1);
  if (folder.test(target)) return undefined;
  const at = target.lastIndexOf('@');
  const [path, version] = at === -1 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
  if (!isModuleName(path) || version === '') return [editText.noTarget(target), editText.noTargetHint];
  // go looks at the path of what is replaced alone (modfile parseReplace).
  return isModuleVersion(version) ? undefined : [editText.noVersion(version), editText.noVersionHint];
}

/** Which go.mod it is for. */
function placeOf({ kind, in: name }: WordedEdit, path: string, snapshot: Snapshot): Mistake | undefined {
  const { mains, work } = snapshot;
  const names = mains.map((main) => main.path);
  const file = kind === 'replace' || kind === 'go' ? [...names, ...(work === undefined ? [] : ['go.work'])] : names;
  const hint = editText.mainHint(file.slice(0, mostListed));
  const has = ({ require, replace }: Snapshot['mains'][number]): boolean =>
    require.some((line) => line.path === path) ||
    (kind === 'replace' && replace.some((line) => line.old.path === path));
  const noLine =
    mains.length === 1 ? editText.noLineHere : name === undefined ? editText.noLineAnywhere : editText.noLineIn(name);
  const nothing: Mistake = [editText.nothingToDrop(noLine, path), dropHint(path, snapshot)];
  if (name !== undefined) {
    if (name === 'go.work' && work !== undefined)
      return kind === 'replace' || kind === 'go' ? undefined : [editText.noWork, hint];
    const dir = name.replace(/^\.\/|\/+$/g, '') || '.';
    const main = mains.find((one) => one.path === name) ?? mains.find((one) => one.dir === dir);
    if (main === undefined) return [editText.noMain(name), hint];
    return kind === 'drop' && !has(main) ? nothing : undefined;
  }
  if (kind === 'unimport') return undefined;
  const places = mains.filter((main) => (kind === 'go' ? main.go !== undefined : has(main)));
  if (kind === 'drop' && places.length === 0) return nothing;
  if ((mains.length === 1 && (work === undefined || kind !== 'go')) || places.length === 1) return undefined;
  return [editText.whichMain(kind === 'go' ? 'go' : path), hint];
}

/** What is a module of the graph is meant as it is written. */
function dropHint(path: string, { mains, modules }: Snapshot): string {
  if (modules.some((one) => one.path === path)) return editText.nothingToDropHint;
  const near = nearest(
    path,
    mains.flatMap(({ require }) => require.map((line) => line.path)),
    3,
  );
  return near.length === 0 ? editText.nothingToDropHint : `${editText.near(near)} ${editText.nothingToDropHint}`;
}

/** Nothing is excluded or replaced that is not there; what other edits bring is for go to know. */
function inGraph(
  { kind }: WordedEdit,
  path: string,
  version: string | undefined,
  { modules }: Snapshot,
  edits: readonly WordedEdit[],
): Mistake | undefined {
  if (kind !== 'exclude' && kind !== 'replace') return undefined;
  if (edits.some((one) => one.kind === 'set' || one.kind === 'get')) return undefined;
  const versions = modules.flatMap((one) => (one.path === path && one.version !== undefined ? [one.version] : []));
  if (versions.length === 0) {
    const near = nearest(path, [...new Set(modules.map((one) => one.path))], 3);
    return near.length === 0 ? [editText.notInGraph(path)] : [editText.notInGraph(path), editText.near(near)];
  }
  if (version === undefined || versions.includes(version)) return undefined;
  const newest = versions.sort((a, b) => compareModuleVersions(path, b, a)).slice(0, mostListed);
  return [editText.notAt(path, version), editText.at(newest)];
}

/** Two edits of one line of one file. */
function twice(edit: WordedEdit, { mains }: Snapshot, seen: Map<string, WordedEdit>): Mistake | undefined {
  const { path, version } = partsOf(edit);
  const only = mains.length === 1 ? mains[0]?.path : undefined;
  const line = edit.kind === 'drop' || edit.kind === 'set' ? 'require' : edit.kind;
  const about = edit.kind === 'replace' || edit.kind === 'exclude' ? [path, version] : [path];
  const key = JSON.stringify([edit.in ?? only ?? '', line, ...about]);
  const other = seen.get(key);
  seen.set(key, edit);
  return other === undefined
    ? undefined
    : [editText.sameLine(editWords(other), editWords(edit)), editText.sameLineHint];
}
