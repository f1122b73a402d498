/** What the bars above a view say, by key. */
import { counted } from '../../drawing/words/counted.ts';

export const barText = {
  label: 'What is on show',
  /** On a narrow page; `used` filters are on. */
  filters: (used: number) => (used === 0 ? 'Filters' : `Filters ${used}`),
  more: 'More',
  scope: 'Scope',
  scopes: { selected: 'Selected', all: 'All versions' },
  direct: 'Direct only',
  reduce: 'Hide implied',
  foldLeaves: 'Fold leaves',
  closeCycles: 'Collapse cycles',
  show: 'Show',
  everything: 'everything',
  depth: 'Depth',
  group: 'Group',
  layout: 'Layout',
  any: 'any',
  groups: { auto: 'auto', none: 'none', owner: 'owner', host: 'host', package: 'packages' },
  auto: 'auto',
  directions: { down: 'down ↓', right: 'right →', up: 'up ↑', left: 'left ←' },
  limit: 'Max boxes',
  unlimited: 'no limit',
  clear: 'Clear filters',
  remove: 'Remove this filter',
  wrong: 'Not applied. Remove this filter',
  removeThe: 'Remove the filter',
  matches: (count: number, isSelected: boolean) =>
    `${counted(count, isSelected ? 'module' : 'version')} ${count === 1 ? 'matches' : 'match'}`,
  inBoxes: (count: number) => `in ${counted(count, 'box', 'boxes')}`,
} as const;

/** Kinds of modules that are often looked at alone. */
export const onlyText = {
  conflicts: 'conflicts',
  cycles: 'cycles',
  replaced: 'replaced',
  unused: 'not imported',
  noTests: 'without tests',
  kept: 'kept only by superseded',
  incompatible: '+incompatible',
  pseudo: 'pseudo-versions',
} as const;
