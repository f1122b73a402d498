/** The keys of the page: one table for the handler and for the list that ? shows. */
import { keyText } from '../words/keys.ts';

export type KeyAction =
  | 'search'
  | 'release'
  | 'legend'
  | 'inspector'
  | 'nearer'
  | 'farther'
  | 'fit'
  | 'open'
  | 'focus'
  | 'why'
  | 'exclude'
  | 'copy'
  | 'edit'
  | 'undo'
  | 'near'
  | 'nearby'
  | 'paths'
  | 'palette'
  | 'region'
  | 'tree'
  | 'table'
  | 'weight'
  | 'hosts'
  | 'owners'
  | 'packages'
  | 'modules'
  | 'versions'
  | 'graph'
  | 'diff'
  | 'main'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'help';

export interface KeyRow {
  /** As KeyboardEvent.key says them. */
  readonly keys: readonly string[];
  readonly action: KeyAction;
  /** How the list shows the keys. */
  readonly shown: string;
  readonly does: string;
}

const rows: readonly Omit<KeyRow, 'does'>[] = [
  { keys: [], action: 'palette', shown: 'Ctrl K' },
  { keys: ['/'], action: 'search', shown: '/' },
  { keys: ['ArrowUp'], action: 'up', shown: '↑' },
  { keys: ['ArrowDown'], action: 'down', shown: '↓' },
  { keys: ['ArrowLeft'], action: 'left', shown: '←' },
  { keys: ['ArrowRight'], action: 'right', shown: '→' },
  { keys: ['Home'], action: 'main', shown: 'Home' },
  { keys: ['Enter'], action: 'open', shown: 'Enter' },
  { keys: ['f', 'F'], action: 'focus', shown: 'F' },
  { keys: ['w', 'W'], action: 'why', shown: 'W' },
  { keys: ['x', 'X'], action: 'exclude', shown: 'X' },
  { keys: [']'], action: 'near', shown: ']' },
  { keys: ['['], action: 'nearby', shown: '[' },
  { keys: ['p', 'P'], action: 'paths', shown: 'P' },
  { keys: ['e', 'E'], action: 'edit', shown: 'E' },
  { keys: ['u', 'U'], action: 'undo', shown: 'U' },
  { keys: ['c', 'C'], action: 'copy', shown: 'C' },
  { keys: ['Escape'], action: 'release', shown: 'Esc' },
  { keys: ['+', '='], action: 'nearer', shown: '+' },
  { keys: ['-', '−', '_'], action: 'farther', shown: '−' },
  { keys: ['0'], action: 'fit', shown: '0' },
  { keys: ['g', 'G'], action: 'graph', shown: 'G' },
  { keys: ['t', 'T'], action: 'tree', shown: 'T' },
  { keys: ['b', 'B'], action: 'table', shown: 'B' },
  { keys: ['a', 'A'], action: 'weight', shown: 'A' },
  { keys: ['F6'], action: 'region', shown: 'F6' },
  { keys: ['1'], action: 'hosts', shown: '1' },
  { keys: ['2'], action: 'owners', shown: '2' },
  { keys: ['3'], action: 'modules', shown: '3' },
  { keys: ['4'], action: 'versions', shown: '4' },
  { keys: ['5'], action: 'packages', shown: '5' },
  { keys: ['d', 'D'], action: 'diff', shown: 'D' },
  { keys: ['l', 'L'], action: 'legend', shown: 'L' },
  { keys: ['i', 'I'], action: 'inspector', shown: 'I' },
  { keys: ['?'], action: 'help', shown: '?' },
];

export const keyTable: readonly KeyRow[] = rows.map((row) => ({ ...row, does: keyText[row.action] }));

const byKey = new Map(keyTable.flatMap(({ keys, action }) => keys.map((key) => [key, action] as const)));

/** Keys that a button, a link or a list uses itself while it has the focus. */
const ofControls: ReadonlySet<KeyAction> = new Set(['open', 'up', 'down', 'left', 'right', 'main']);

/**
 * What a key press asks for, or undefined: keys typed into a field are text, and keys with Ctrl, Alt or Meta belong to
 * the browser. `canvas` is where arrows and Enter are the page's own.
 */
export function actionOf(event: KeyboardEvent, canvas: Element | undefined): KeyAction | undefined {
  if (isPalette(event)) return 'palette';
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return undefined;
  const action = byKey.get(event.key);
  const { target } = event;
  if (action === undefined || !(target instanceof Element)) return action;
  // A switch takes no text; a field and a list of choices do.
  if (target.closest('input:not([type=radio], [type=checkbox]), textarea, select, dialog') !== null) return undefined;
  const free = target === document.body || target === document.documentElement || canvas?.contains(target) === true;
  return free || !ofControls.has(action) ? action : undefined;
}

/** Ctrl-K, or Cmd-K: in fields, too, but not over a dialog. */
function isPalette({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey) return false;
  return !(target instanceof Element) || target.closest('dialog') === null;
}
