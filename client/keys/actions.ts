/** What each key does. */
import { nodeName } from '../../graph/model/module-graph.ts';
import { copyText } from '../chrome/copy.ts';
import type { Screen } from '../state/screen.svelte.ts';
import { levels, type Level } from '../state/levels.ts';
import type { KeyAction } from './keys.ts';
import { nextRegion } from './regions.ts';

const step = 1.25;

/** `search` puts the cursor into the search field. */
export function keyActions(screen: Screen, search: () => void): Readonly<Record<KeyAction, () => void>> {
  const { moves, explorer } = screen;
  const withModule = (act: (node: number) => void) => (): void => {
    screen.withModule(act);
  };
  const walk = (arrow: Parameters<Screen['walk']>[0]) => (): void => {
    screen.walk(arrow);
  };
  const level = (name: Level) => (): void => {
    moves.change(levels[name]);
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
    focus: withModule((node) => {
      moves.focus(node);
    }),
    why: withModule((node) => {
      moves.why(node);
    }),
    exclude: withModule((node) => {
      moves.exclude(node);
    }),
    copy: withModule((node) => {
      if (explorer.current !== undefined) void copyText(nodeName(explorer.current.model.graph, node));
    }),
    near: withModule((node) => {
      moves.near(node, 1);
    }),
    nearby: withModule((node) => {
      moves.near(node, -1);
    }),
    paths: () => {
      screen.paths();
    },
    palette: () => (screen.palette = true),
    region: nextRegion,
    tree: () => {
      moves.tab('tree');
    },
    table: () => {
      moves.tab('table');
    },
    hosts: level('host'),
    owners: level('owner'),
    modules: level('module'),
    versions: level('version'),
    graph: () => {
      moves.tab('graph');
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
