/** What each key does. */
import type { Tab } from '../state/place.ts';
import type { Screen } from '../state/screen.svelte.ts';
import { levels, type Level } from '../state/levels.ts';
import { later } from '../later.ts';
import { weighing } from '../weight/weighing.ts';
import { doWithChosen } from './box-commands.ts';
import type { KeyAction } from './keys.ts';
import { focusView, keyToView, nextRegion } from './regions.ts';
import { packagesUnknown } from '../words/keys.ts';

const step = 1.25;
/** Tabs in which the level is seen. */
const pictured: ReadonlySet<Tab> = new Set(['graph', 'tree', 'table']);

/** Beside the tree the picture has the arrows while the keyboard is on it; behind rows it has none. */
function walksPicture(tab: Tab, { target }: KeyboardEvent): boolean {
  return (
    tab === 'graph' || tab === 'diff' || (target instanceof Element && target.closest('[role=application]') !== null)
  );
}

/** `search` puts the cursor into the search field; `showRow` shows the row that is explained in the graph, and is false where none is. */
export function keyActions(
  screen: Screen,
  search: () => void,
  showRow: () => boolean,
): Readonly<Record<KeyAction, (event?: KeyboardEvent) => void>> {
  const { moves, explorer } = screen;
  const withModule = (act: (node: number) => void) => (): void => {
    screen.withModule(act);
  };
  const withChosen = (action: KeyAction) => (): void => {
    doWithChosen(screen, action);
  };
  const walk =
    (arrow: Parameters<Screen['walk']>[0]) =>
    (event?: KeyboardEvent): void => {
      if (event === undefined || walksPicture(explorer.place.tab, event)) screen.walk(arrow, event?.shiftKey === true);
      else keyToView(event);
    };
  // What is compared is always shown module by module, and lists have no level: one leaves them for the graph.
  const level = (name: Level) => (): void => {
    if (!pictured.has(explorer.place.tab)) moves.tab('graph');
    moves.change(levels[name]);
  };
  // Some views are loaded when they are first opened.
  const view = (name: Tab, part?: () => Promise<unknown>) => (): void => {
    moves.tab(name);
    if (part === undefined) focusView();
    else void part().then(focusView, () => undefined);
  };
  return {
    search,
    release: () => {
      screen.release();
    },
    legend: () => screen.canvas?.toggleLegend(),
    inspector: () => (screen.inspector = !screen.inspector),
    nearer: () => screen.canvas?.zoomBy(step),
    farther: () => screen.canvas?.zoomBy(1 / step),
    fit: () => screen.canvas?.fit(),
    open: () => {
      screen.open(screen.drawn?.id);
    },
    focus: withChosen('focus'),
    why: withChosen('why'),
    exclude: withChosen('exclude'),
    copy: withChosen('copy'),
    near: withChosen('near'),
    nearby: withModule((node) => {
      moves.near(node, -1);
    }),
    paths: withChosen('paths'),
    edit: () => {
      screen.edit(screen.node);
    },
    undo: () => {
      moves.undo();
    },
    palette: () => (screen.palette = true),
    region: nextRegion,
    tree: view('tree', () => later.tree.load()),
    table: view('table', () => later.table.load()),
    // Its rows are counted once it is there.
    weight: view('weight', async () => {
      const [{ weigh }] = await Promise.all([weighing.load(), later.weight.load()]);
      if (explorer.data !== undefined) await weigh(explorer.data.model);
    }),
    hosts: level('host'),
    owners: level('owner'),
    modules: level('module'),
    versions: level('version'),
    packages: () => {
      level('package')();
      if (explorer.current?.model.snapshot.packages === undefined) screen.say(packagesUnknown);
    },
    graph: () => {
      if (!showRow()) moves.tab(explorer.comparison === undefined ? 'graph' : 'diff');
      focusView();
    },
    diff: () => {
      moves.tab('diff');
    },
    main: () => {
      screen.goToMain();
    },
    up: walk('up'),
    down: walk('down'),
    left: walk('left'),
    right: walk('right'),
    help: () => (screen.help = true),
  };
}
