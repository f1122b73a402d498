/** What can be done with boxes: the one table behind their keys and their menus. */
import { nodeName, NodeKind } from '../../graph/model/module-graph.ts';
import { isSelected } from '../../graph/explain/neighbours.ts';
import type { Model } from '../../graph/model/model.ts';
import type { Box } from '../../graph/view/types.ts';
import { copyNames } from '../chrome/copy.ts';
import { moduleLinks } from '../panels/inspect/package-link.ts';
import type { Screen } from '../state/screen.svelte.ts';
import { boxTerms } from '../state/terms.ts';
import { menuText } from '../words/menu.ts';
import type { KeyAction } from './keys.ts';

export interface MenuItem {
  /** The key that does the same with what is selected. */
  readonly action?: KeyAction;
  readonly name: string;
  readonly run?: () => void;
  /** In place of `run`: an https address that opens in a tab of its own. */
  readonly href?: string;
}

/** What can be done with these boxes, all together; [] for no box. In the order of a menu. */
export function boxCommands(screen: Screen, boxes: readonly Box[]): readonly MenuItem[] {
  const { moves, explorer } = screen;
  const model = explorer.current?.model;
  const [box] = boxes;
  if (model === undefined || box === undefined) return [];
  const { graph } = model;
  const nodes = [...new Set(boxes.flatMap((each) => each.nodes))];
  const [node = -1] = box.nodes;
  const { scope } = explorer.place.options;
  const isModule = boxes.length === 1 && (box.kind === 'module' || box.kind === 'package');
  const isMain = isModule && graph.kind[node] === NodeKind.main;
  const isCycle = boxes.length === 1 && box.kind === 'cycle';
  const isPattern = boxes.length === 1 && (box.kind === 'owner' || box.kind === 'host');
  const item = (when: boolean, name: string, run: () => void, action?: KeyAction): readonly MenuItem[] =>
    when ? [{ name, run, ...(action && { action }) }] : [];
  const open = boxes.length === 1 ? screen.openedOf(box) : undefined;
  const links = isModule && !isMain ? moduleLinks(model, node) : undefined;
  const link = (name: string, href: string | undefined): readonly MenuItem[] =>
    href === undefined ? [] : [{ name, href }];
  return [
    ...item(
      open !== undefined,
      open === true ? menuText.close : isModule ? menuText.openPackages : menuText.open,
      () => {
        screen.open(box.id);
      },
      'open',
    ),
    ...item(
      isModule || isPattern,
      menuText.focus,
      () => {
        if (isModule) moves.focus(node);
        else moves.query(`near(${boxTerms(model, scope, box).join('')}, 1)`);
      },
      'focus',
    ),
    ...item(
      !isModule,
      boxes.length > 1 ? menuText.onlyThese : isCycle ? menuText.focus : menuText.onlyThis,
      () => {
        if (isCycle) moves.cycle(node);
        else moves.only(boxes);
      },
      isCycle ? 'focus' : undefined,
    ),
    ...item(
      isModule || isCycle,
      menuText.why,
      () => {
        moves.why(node);
      },
      'why',
    ),
    ...item(
      isModule,
      menuText.near,
      () => {
        moves.near(node, 1);
      },
      'near',
    ),
    ...item(
      isModule || boxes.length === 2,
      isModule ? menuText.paths : menuText.pathsBetween,
      () => {
        const [a, b] = boxes.map((each) => each.nodes[0]);
        if (isModule) screen.paths(node);
        else if (a !== undefined && b !== undefined) moves.between(b, a);
      },
      'paths',
    ),
    ...item(
      !isMain,
      boxes.length > 1 ? menuText.excludeThese : menuText.exclude,
      () => {
        moves.excludeAll(boxes);
      },
      'exclude',
    ),
    ...item(isModule && !isMain && isSelected(model, node), menuText.stop, () => {
      moves.edit({ kind: 'unimport', value: pathOfNode(model, node) });
    }),
    ...item(
      isModule && (isMain || isSelected(model, node)),
      menuText.whatIf,
      () => {
        screen.edit(node);
      },
      'edit',
    ),
    ...item(
      true,
      menuText.copyName,
      () => {
        copyNames(
          screen,
          nodes.map((each) => nodeName(graph, each)),
        );
      },
      'copy',
    ),
    ...item(!isMain, nodes.length > 1 ? menuText.copyPaths : menuText.copyPath, () => {
      copyNames(
        screen,
        nodes.map((each) => graph.paths[graph.pathOf[each] ?? -1] ?? ''),
      );
    }),
    ...link(menuText.documentation, links?.documentation),
    ...link(menuText.repository, links?.repository),
  ];
}

function pathOfNode({ graph }: Model, node: number): string {
  return graph.paths[graph.pathOf[node] ?? -1] ?? '';
}

/** Does with what is selected what a key says; nothing where that cannot be done. */
export function doWithChosen(screen: Screen, action: KeyAction): void {
  boxCommands(screen, screen.chosen)
    .find((command) => command.action === action)
    ?.run?.();
}
