/** What the palette can do: all that has a key, and what has none. */
import { onlyFilters } from '../panels/filter-choices.ts';
import { keyTable, type KeyAction } from '../keys/keys.ts';
import type { Screen } from '../state/screen.svelte.ts';
import { serverText } from '../words/server.ts';
import type { Command } from './palette-rows.ts';
import { commandText } from '../words/keys.ts';

/** Of no use by name: where the palette is itself, and single steps. */
const left: ReadonlySet<KeyAction> = new Set([
  ...(['palette', 'search', 'release', 'region'] as const),
  ...(['up', 'down', 'left', 'right'] as const),
]);

/** Commands over the page; `actions` are what the keys do, `more` what only the page itself can do. */
export function paletteCommands(
  screen: Screen,
  actions: Readonly<Record<KeyAction, () => void>>,
  more: readonly Command[],
): Command[] {
  const { moves, explorer } = screen;
  return [
    ...keyTable
      .filter(({ action }) => !left.has(action))
      .map(({ action, shown, does }): Command => ({
        id: action,
        word: `${does[0]?.toUpperCase() ?? ''}${does.slice(1)}`,
        key: shown,
        run: actions[action],
      })),
    ...onlyFilters.map(({ query, word }): Command => ({
      id: `filter ${query}`,
      word: commandText.showOnly(word),
      run: () => {
        moves.query(query);
      },
    })),
    {
      id: 'clear',
      word: commandText.clear,
      run: () => {
        moves.clear();
      },
    },
    ...(explorer.live
      ? [
          {
            id: 'refresh',
            word: explorer.offline
              ? commandText.notNow(commandText.readAgain, serverText.short)
              : commandText.readAgain,
            run: () => {
              if (explorer.offline) screen.say(serverText.gone);
              else explorer.refresh();
            },
          },
        ]
      : []),
    ...more,
  ];
}
