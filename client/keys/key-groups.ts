/** What keys are for: the parts of the list that ? shows. */
import { keyTable, type KeyAction, type KeyRow } from './keys.ts';

export const keyGroups = ['Find', 'Move', 'Selection', 'View', 'Page'] as const;
type KeyGroup = (typeof keyGroups)[number];

const groupOf: Readonly<Record<KeyAction, KeyGroup>> = {
  palette: 'Find',
  search: 'Find',
  undo: 'Find',
  up: 'Move',
  down: 'Move',
  left: 'Move',
  right: 'Move',
  main: 'Move',
  nearer: 'Move',
  farther: 'Move',
  fit: 'Move',
  open: 'Selection',
  focus: 'Selection',
  why: 'Selection',
  near: 'Selection',
  nearby: 'Selection',
  paths: 'Selection',
  exclude: 'Selection',
  copy: 'Selection',
  release: 'Selection',
  graph: 'View',
  tree: 'View',
  table: 'View',
  weight: 'View',
  diff: 'View',
  hosts: 'View',
  owners: 'View',
  modules: 'View',
  versions: 'View',
  packages: 'View',
  region: 'Page',
  legend: 'Page',
  inspector: 'Page',
  help: 'Page',
};

/** The rows of each group, in the order of the table. */
export function rowsOf(group: KeyGroup): readonly KeyRow[] {
  return keyTable.filter(({ action }) => groupOf[action] === group);
}
