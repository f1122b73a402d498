/** What the page says of a comparison, by key. */
import { counted } from '../../drawing/words/counted.ts';

/** Choosing what to compare with. */
export const chooseText = {
  label: 'Compare',
  heading: 'Compare with',
  intro: 'See what changed and which go.mod lines caused it. Your files are not touched.',
  waiting: 'Comparing with',
  fileInstead: 'Compare with a snapshot file instead.',
  field: 'Branch, tag or commit',
  fieldHint: 'Branch, tag, commit or any git revision',
  rows: 'Revisions',
  typedKind: 'name',
  typed: 'any revision that git finds',
  reading: 'Reading branches, tags and commits …',
  none: 'No branch, no tag, and no commit that touched a go.mod.',
  more: 'More exist: type a name to find one.',
  file: 'Choose a snapshot…',
  drop: 'or drop one here. Create one with',
  snapshot: 'modscope snapshot -o FILE',
} as const;

/** The bar over a comparison. */
export const diffBarText = {
  label: 'The comparison',
  words: { added: 'added', removed: 'removed', changed: 'changed' },
  sides: { both: 'Both', base: 'Base', head: 'Head' },
  /** Of edits that are tried. */
  tried: { both: 'Both', base: 'Before', head: 'After' },
  side: 'Side',
  leave: 'Leave comparison',
  now: 'now',
  then: 'with these edits',
  other: 'Compare with something else',
  base: 'base',
  head: 'head',
  unchanged: 'Unchanged',
  command: (revision: string): string => `modscope diff ${revision} --format markdown`,
  copy: (command: string): string => `Copy ${command}`,
  copyWord: 'Copy the command',
} as const;

/** The panel beside it. */
export const diffPanelText = {
  label: 'What changed',
  goLine: 'go directive',
  toolchain: 'toolchain',
  nothing: 'Nothing has changed',
  same: 'The build list is the same',
  noEffect: 'These edits change no module and no line.',
  sameAs: (name: string): string => `The graph is that of ${name}.`,
  unknown: (why: string): string => `Which change follows from which line is not known: ${why}`,
  gained: 'requirements added',
  lost: 'requirements removed',
  rows: (place: string): string => `Modules that follow from ${place}`,
  moreLines: (count: number): string => counted(count, 'more line'),
  silent: 'Lines that changed nothing by themselves',
  lines: 'Changed lines',
  lineCount: (count: number): string => counted(count, 'line'),
  found: 'New findings',
  mended: 'Fixed findings',
  findingCount: (count: number): string => counted(count, 'finding'),
} as const;

/** Over a module that is selected in it. */
export const changeNoteText = {
  label: 'What changed in it',
  unchanged: 'Unchanged.',
  /** `lines` as the tables have them: `go.mod:5`; `go.mod:9 before` is a removed one. */
  because: (lines: readonly string[]): string => {
    const removed = lines.map((line) => /^(\S+):(\d+) before$/.exec(line));
    const places = removed.flatMap((found) => (found === null ? [] : [`${found[1] ?? ''} line ${found[2] ?? ''}`]));
    return places.length > 0 && places.length === lines.length
      ? `because ${places.join(', or ')} was removed`
      : `because of ${lines.join(', or ')}`;
  },
} as const;

/** What a changed line did, and its heading in the panel. */
export const causeText = {
  rest: 'What changed',
  untold: 'Not traced to a line',
  together: 'together',
  with: (places: readonly string[]): string => places.join(' with '),
  stops: 'stops importing',
  code: (names: readonly string[]): string => `Your code stops importing ${names.join(', ')}`,
  removed: (file: string, line: string): string => `${file} line ${line} removed:`,
  noLonger: { replace: 'no longer replaces', exclude: 'no longer excludes' },
  replaces: 'replaces',
  replacement: 'changes the replacement of',
  excludes: 'excludes',
  drops: 'drops',
  changes: 'changes',
  uses: 'uses',
  renames: 'renames',
  gets: 'gets',
  adds: 'adds',
  indirect: 'marks as indirect',
  direct: 'requires directly',
  raises: 'raises',
  lowers: 'lowers',
  modules: (count: number): string => counted(count, 'module'),
  following: (count: number): string => `1 + ${String(count)} that follow${count === 1 ? 's' : ''}`,
} as const;
