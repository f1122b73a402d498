/** The rows of the command palette: modules first, then commands with their keys, then queries of late. */
import type { FoundModule, ModuleFinder } from '../panels/search/find-modules.ts';

export interface Command {
  /** Distinct among the commands. */
  readonly id: string;
  readonly word: string;
  /** The key that does the same, as the list of keys shows it. */
  readonly key?: string;
  readonly run: () => void;
}

export type PaletteRow =
  | { readonly kind: 'module'; readonly id: string; readonly found: FoundModule }
  | { readonly kind: 'command'; readonly id: string; readonly command: Command }
  | { readonly kind: 'query'; readonly id: string; readonly text: string };

const modulesShown = 8;
/** Before anything is typed: the main module alone, for of hundreds none is likelier than another. */
const modulesAtFirst = 1;
const queriesShown = 8;

export function paletteRows(
  finder: ModuleFinder,
  modules: readonly FoundModule['entry'][],
  commands: readonly Command[],
  queries: readonly string[],
  text: string,
): PaletteRow[] {
  const wanted = text.trim().toLowerCase();
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  const holds = (whole: string): boolean => words.every((word) => whole.toLowerCase().includes(word));
  const found: readonly FoundModule[] =
    wanted === ''
      ? modules.slice(0, modulesAtFirst).map((entry) => ({ entry, ranges: [] }))
      : finder.find(wanted, modulesShown);
  return [
    ...found.map((one): PaletteRow => ({ kind: 'module', id: `module ${one.entry.path}`, found: one })),
    ...commands
      .filter(({ word }) => holds(word))
      .map((command): PaletteRow => ({ kind: 'command', id: `command ${command.id}`, command })),
    ...queries
      .filter(holds)
      .slice(0, queriesShown)
      .map((query): PaletteRow => ({ kind: 'query', id: `query ${query}`, text: query })),
  ];
}
