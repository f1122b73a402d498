/** The face of one module version or main module. */
import type { Model } from '../../graph/model/model.ts';
import { isImportPath, isModulePath, isModuleVersion } from '../../graph/module/names.ts';
import { NodeKind } from '../../graph/model/module-graph.ts';
import { importStates } from '../../graph/packages/states.ts';
import type { ModuleRef, ModuleVersion } from '../../graph/snapshot/types.ts';
import { pseudoCommit } from '../../graph/version/semver.ts';
import type { Face, NameLevel } from '../scene/types.ts';
import type { PathChange } from '../../graph/diff/union.ts';
import { changedLines, changeWords } from './change.ts';
import { shownVersion } from '../../graph/version/shown.ts';
import { pathLabel, versionLabel } from './label.ts';
import type { Labels } from './labels.ts';
import type { Mark } from './marks.ts';
import { moduleTitle } from './titles.ts';
import { faceAt } from './one-line.ts';
import type { TwoLines } from './two-lines.ts';

export interface ModuleFaceOptions {
  readonly level: NameLevel;
  readonly labels: Labels;
  /** In an opened cycle, whose frame says what its members are. */
  readonly inCycle: boolean;
  readonly change?: PathChange | 'kept';
}

export function moduleFace(
  model: Model,
  node: number,
  marks: readonly Mark[],
  { level, labels, inCycle, change }: ModuleFaceOptions,
): Face {
  const module = model.snapshot.modules[node];
  const main = model.graph.kind[node] === NodeKind.main;
  const direct = model.direct[node] === 1 && !main;
  const superseded = !main && model.graph.selected[model.graph.pathOf[node] ?? -1] !== node;
  const shown = inCycle ? marks.filter((mark) => mark.glyph !== 'cycle') : marks;
  const has = (glyph: Mark['glyph']): boolean => shown.some((mark) => mark.glyph === glyph);
  const failed = shown.some((mark) => mark.failed === true);
  const hollow = change === undefined && importStates(model)?.get(node) === 'unused';
  const lines: TwoLines = {
    ...secondLine(model, node, module, main, labels),
    ...(hollow ? { nameRole: 'name-hollow' as const } : {}),
    ...(failed && !main ? { second: 'could not load', secondRole: 'fault' } : {}),
    bar: direct,
    strike: superseded || has('retracted'),
    marks: shown,
    keepsVersion:
      labels.isShared(module?.path ?? '') || (change !== undefined && change !== 'kept' && change.kind === 'changed'),
    ...(change === undefined || main ? {} : changedLines(change)),
  };
  const link = module === undefined || main ? undefined : linkOf(module);
  return {
    ...faceAt(level, lines),
    main,
    direct,
    border: superseded
      ? 'superseded'
      : has('cycle')
        ? 'double'
        : has('replaced')
          ? 'replaced'
          : has('kept')
            ? 'kept'
            : has('excluded')
              ? 'excluded'
              : 'plain',
    cycle: has('cycle'),
    failed,
    ...(hollow ? { hollow } : {}),
    sheets: 0,
    ticks: [],
    title:
      change === undefined
        ? moduleTitle(model, node, marks)
        : `${moduleTitle(model, node, [])}, ${changeWords(change)}`,
    ...(change === undefined ? {} : { change: change === 'kept' ? change : change.kind }),
    ...(link === undefined ? {} : { link }),
  };
}

function secondLine(
  model: Model,
  node: number,
  module: ModuleVersion | undefined,
  main: boolean,
  labels: Labels,
): { name: string; second: string; version: string } {
  const { name, prefix } = labels.of(module?.path ?? '');
  if (main) return { name, second: prefix, version: 'main' };
  const version = versionLabel(shownVersion(module), sharesDay(model, node));
  const target = module?.replace;
  if (target === undefined) return { name, second: prefix, version };
  if (target.path === module?.path) return { name, second: prefix, version: `→ ${versionLabel(target.version ?? '')}` };
  return {
    name,
    second: `→ ${targetName(target)}`,
    version: target.version === undefined ? version : versionLabel(target.version),
  };
}

/** A folder by its last two elements at most, a module by its name. */
function targetName(target: ModuleRef): string {
  if (target.version !== undefined) return pathLabel(target.path).name;
  const folders = target.path.split(/[\\/]/).filter((folder) => folder !== '');
  return folders.length <= 2 ? target.path : `…/${folders.slice(-1).join('/')}`;
}

/** Another version of the same path was made on the same day, so the day alone does not name this one. */
function sharesDay(model: Model, node: number): boolean {
  const { graph } = model;
  const day = pseudoCommit(graph.versions[node] ?? '')?.day;
  if (day === undefined) return false;
  const path = graph.pathOf[node] ?? -1;
  for (let other = graph.firstOfPath[path] ?? 0; other < (graph.firstOfPath[path + 1] ?? 0); other++) {
    if (other !== node && pseudoCommit(graph.versions[other] ?? '')?.day === day) return true;
  }
  return false;
}

/**
 * The page of a version, or of a package `below` its path, on pkg.go.dev; none for what cannot be there: a main or replaced module, a
 * path that is no module's.
 */
export function linkOf(module: ModuleVersion, below = ''): string | undefined {
  const version = module.version ?? '';
  const whole = below === '' ? module.path : `${module.path}/${below}`;
  if (module.replace !== undefined || !isModulePath(module.path) || !isModuleVersion(version)) return undefined;
  if (!isImportPath(whole)) return undefined;
  return `https://pkg.go.dev/${module.path}@${version}${whole.slice(module.path.length)}`;
}
