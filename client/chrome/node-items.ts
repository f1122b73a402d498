/** What the menu of a module offers, each with its key. */
import { nodeName } from '../../graph/model/module-graph.ts';
import type { Moves } from '../state/moves.ts';
import type { Screen } from '../state/screen.svelte.ts';
import { copyNames } from './copy.ts';

interface NodeItem {
  readonly name: string;
  readonly key: string;
  readonly run: () => void;
}

/** For the module of this node, that is selected. */
export function nodeItems(moves: Moves, screen: Screen, node: number): readonly NodeItem[] {
  return [
    ...(screen.opened === undefined
      ? []
      : [
          {
            name: screen.opened ? 'Close it' : 'Open to its packages',
            key: 'Enter',
            run: () => {
              screen.open(screen.drawn?.id);
            },
          },
        ]),
    {
      name: 'Focus',
      key: 'F',
      run: () => {
        moves.focus(node);
      },
    },
    {
      name: 'Why: all paths to it',
      key: 'W',
      run: () => {
        moves.why(node);
      },
    },
    {
      name: 'Near: its neighbours',
      key: ']',
      run: () => {
        moves.near(node, 1);
      },
    },
    {
      name: 'Paths to another module',
      key: 'P',
      run: () => {
        screen.paths();
      },
    },
    {
      name: 'Exclude',
      key: 'X',
      run: () => {
        moves.exclude(node);
      },
    },
    {
      name: 'Copy path@version',
      key: 'C',
      run: () => {
        const graph = screen.explorer.current?.model.graph;
        if (graph === undefined) return;
        copyNames(screen, [nodeName(graph, node)]);
      },
    },
  ];
}
