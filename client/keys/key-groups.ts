/** What keys are for: the parts of the list that ? shows. */
import { keyTable, type KeyAction, type KeyRow } from './keys.ts';

export const keyGroups = ['find', 'move', 'selection', 'view', 'page'] as const;
type KeyGroup = (typeof keyGroups)[number];

const groupOf: Readonly<Record<KeyAction, KeyGroup>> = {
  palette: 'find',
  search: 'find',
  undo: 'find',
  up: 'move',
  down: 'move',
  left: 'move',
  right: 'move',
  main: 'move',
  nearer: 'move',
  farther: 'move',
  fit: 'move',
  open: 'selection',
  focus: 'selection',
  edit: 'selection',
  why: 'selection',
  near: 'selection',
  nearby: 'selection',
  paths: 'selection',
  exclude: 'selection',
  copy: 'selection',
  release: 'selection',
  graph: 'view',
  tree: 'view',
  table: 'view',
  weight: 'view',
  diff: 'view',
  hosts: 'view',
  owners: 'view',
  modules: 'view',
  versions: 'view',
  packages: 'view',
  region: 'page',
  legend: 'page',
  inspector: 'page',
  help: 'page',
};

/** The rows of each group, in the order of the table. */
export function rowsOf(group: KeyGroup): readonly KeyRow[] {
  return keyTable.filter(({ action }) => groupOf[action] === group);
}
