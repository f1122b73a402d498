/** The keys of the page: one table for the handler and for the list that ? shows. */

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

export const keyTable: readonly KeyRow[] = [
  { keys: [], action: 'palette', shown: 'Ctrl K', does: 'command palette: modules, commands, recent queries' },
  { keys: ['/'], action: 'search', shown: '/', does: 'search for a module, or filter with a query' },
  { keys: ['ArrowUp'], action: 'up', shown: '↑', does: 'go to a requirer' },
  { keys: ['ArrowDown'], action: 'down', shown: '↓', does: 'go to a requirement' },
  { keys: ['ArrowLeft'], action: 'left', shown: '←', does: 'go to the box on the left' },
  { keys: ['ArrowRight'], action: 'right', shown: '→', does: 'go to the box on the right' },
  { keys: ['Home'], action: 'main', shown: 'Home', does: 'go to the main module' },
  { keys: ['Enter'], action: 'open', shown: 'Enter', does: 'open or close a group or a cycle in place' },
  { keys: ['f', 'F'], action: 'focus', shown: 'F', does: 'focus: what it requires and what requires it' },
  { keys: ['w', 'W'], action: 'why', shown: 'W', does: 'why: all paths to it' },
  { keys: ['x', 'X'], action: 'exclude', shown: 'X', does: 'exclude it' },
  { keys: [']'], action: 'near', shown: ']', does: 'show neighbours; again to widen' },
  { keys: ['['], action: 'nearby', shown: '[', does: 'show fewer neighbours' },
  { keys: ['p', 'P'], action: 'paths', shown: 'P', does: 'paths: P on one module, then on another' },
  { keys: ['u', 'U'], action: 'undo', shown: 'U', does: 'undo last filter' },
  { keys: ['c', 'C'], action: 'copy', shown: 'C', does: 'copy path@version' },
  { keys: ['Escape'], action: 'release', shown: 'Esc', does: 'clear selection' },
  { keys: ['+', '='], action: 'nearer', shown: '+', does: 'zoom in' },
  { keys: ['-', '−', '_'], action: 'farther', shown: '−', does: 'zoom out' },
  { keys: ['0'], action: 'fit', shown: '0', does: 'show everything' },
  { keys: ['g', 'G'], action: 'graph', shown: 'G', does: 'the graph; from a list: show the row in it' },
  { keys: ['t', 'T'], action: 'tree', shown: 'T', does: 'the tree, beside the picture' },
  { keys: ['b', 'B'], action: 'table', shown: 'B', does: 'the table of all modules' },
  { keys: ['a', 'A'], action: 'weight', shown: 'A', does: 'weight: what each requirement alone brings' },
  { keys: ['F6'], action: 'region', shown: 'F6', does: 'cycle focus between list, graph, inspector' },
  { keys: ['1'], action: 'hosts', shown: '1', does: 'level: hosts' },
  { keys: ['2'], action: 'owners', shown: '2', does: 'level: owners' },
  { keys: ['3'], action: 'modules', shown: '3', does: 'level: modules' },
  { keys: ['4'], action: 'versions', shown: '4', does: 'level: every version' },
  { keys: ['5'], action: 'packages', shown: '5', does: 'level: packages' },
  { keys: ['d', 'D'], action: 'diff', shown: 'D', does: 'compare with a revision or a snapshot file' },
  { keys: ['l', 'L'], action: 'legend', shown: 'L', does: 'show or hide the legend' },
  { keys: ['i', 'I'], action: 'inspector', shown: 'I', does: 'show or hide the inspector' },
  { keys: ['?'], action: 'help', shown: '?', does: 'this list' },
];

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
