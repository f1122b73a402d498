/** What the page says of what-if, by key. */
import { pathLabel } from '../../drawing/face/label.ts';
import { counted } from '../../drawing/words/counted.ts';
import type { VersionRow } from '../../graph/published/types.ts';
import type { Diff } from '../../graph/diff/types.ts';
import type { GoModChange } from '../../graph/unimport/lines.ts';
import type { EditKind, WhatIfStage, WordedEdit } from '../../graph/what-if/stages.ts';

export const whatIfText = {
  title: 'What if',
  label: 'Try a change of it',
  tray: 'Edits',
  undo: 'Undo the last edit',
  redo: 'Redo',
  remove: (words: string): string => `Remove the edit: ${words}`,
  removeIt: 'Remove this edit',
  refused: 'One of these edits is refused: undo the last one, or remove another.',
  stays: 'The picture stays as it was.',
  clear: 'Clear edits',
  show: 'Show the change',
  add: 'Add an edit…',
  cancel: 'Stop go',
  prove: 'Prove with downloads',
  proveTitle: 'go downloads what go mod tidy reads, which can be a lot',
  proven: '✓ go',
  notProven: 'Not proven',
  working: 'Working…',
  proving: 'go is being asked on a copy',
  same: 'The build list stays the same',
  by: {
    load: 'by go.mod files',
    requirements: 'estimated by requirements',
    imports: 'estimated by imports',
    go: 'as go made it on a copy',
  } satisfies Readonly<Record<WhatIfStage['by'], string>>,
  byTitle: {
    load: 'Computed from go.mod files, as go does it',
    requirements: 'Counted by requirements: modules that no other direct requirement and no tool leads to',
    imports: 'Counted by imports: modules that the remaining imports do not need on this platform',
    go: 'go was run on copies; your files stay as they are',
  } satisfies Readonly<Record<WhatIfStage['by'], string>>,
  answer: 'Result',
  linesOf: (file: string): string => `Lines of ${file}`,
  kept: 'Stays in the build list',
  keptBy: 'required by',
  keptSuperseded: 'only by superseded versions',
  keptImports: 'still imported:',
  uses: 'Imported by',
  usesIn: (packages: number, files: number): string => `${counted(packages, 'package')}, ${counted(files, 'file')}`,
  unused: 'No code of yours imports it: there is nothing to stop.',
  commands: 'Commands',
  codeFirst: 'After removing the imports from your code:',
  copyAll: 'Copy the commands',
  copyPatch: 'Copy the patch',
  patchNote: 'Or as a patch of go.mod for git apply, as go made it; go mod tidy then completes go.sum.',
  ask: 'The same on the command line',
  cause: 'Why it is not proven',
  serve: 'Serve the folder of a module: `modscope DIR`.',
  others: (count: number): string => ` and ${counted(count, 'other')}`,
  lineCount: (count: number): string => counted(count, 'line'),
  moduleCount: (count: number): string => counted(count, 'module'),
  fromRecording: 'Estimated from a recording. In the folder of the module go can prove it.',
  recording:
    'This is a recording: go.mod files of other versions are not at hand. Only “Stop using it” can be estimated.',
  dialog: {
    module: 'Module',
    note: 'Nothing is written. The picture shows what would be, and go checks it on a copy.',
    noteRecorded: 'Nothing is written. The picture shows what would be.',
    needsGoMods: 'Needs go.mod files of other versions, which a recording does not hold.',
    main: 'In the go.mod of',
    everywhere: 'all modules of the workspace',
    stop: 'Stop using it',
    stopNote: 'The code no longer imports it; go.mod as go mod tidy would leave it.',
    drop: 'Drop the require line',
    dropNote: 'Take the line out of go.mod and nothing else.',
    get: 'Get',
    getNote: 'What go get does: other requirements may be raised or lowered.',
    getHint: 'v1.2.3, latest, patch or none',
    set: 'Set the version',
    setNote: 'Change the require line and nothing else.',
    replace: 'Replace',
    replaceNote: 'By a folder (./fork) or another module at a version.',
    replaceHint: './folder or example.com/fork@v1.2.3',
    exclude: 'Exclude',
    excludeNote: 'Never select this version.',
    go: 'Set the go line',
    goNote: 'The Go version that go.mod declares.',
    version: 'Version',
    value: 'Value',
    try: 'Try',
    close: 'Close',
    versions: 'Versions',
    loading: 'Looking up versions…',
  },
} as const;

/** What is to be known of a version before it is chosen. */
export function versionMarks({ selected, retracted, prerelease, requiredBy, goLine, excluded }: VersionRow): string {
  return [
    selected === true ? 'selected' : '',
    retracted === undefined ? '' : 'retracted',
    excluded === true ? 'excluded' : '',
    prerelease === true ? 'pre-release' : '',
    requiredBy.length > 0 ? `required by ${String(requiredBy.length)}` : '',
    goLine === undefined ? '' : `go ${goLine}`,
  ]
    .filter((mark) => mark !== '')
    .join(' · ');
}

const verbs: Readonly<Record<EditKind, string>> = {
  unimport: 'stop using',
  drop: 'drop',
  set: 'set',
  get: 'get',
  replace: 'replace',
  exclude: 'exclude',
  go: 'go',
};

/** `drop x/net`, `get x/net@v0.30.0`: an edit as its chip says it. */
export function editWords({ kind, value, in: main }: WordedEdit): string {
  const where = main === undefined ? '' : ` in ${main === 'go.work' ? main : pathLabel(main).name}`;
  return `${verbs[kind]} ${kind === 'go' ? value : shortValue(value)}${where}`;
}

/** The path short, what stands behind it whole. */
function shortValue(value: string): string {
  const at = value.search(/[@=]/);
  const path = at === -1 ? value : value.slice(0, at);
  return `${pathLabel(path).name}${at === -1 ? '' : value.slice(at).replace('=', ' with ')}`;
}

/** `−13 modules · 2 raised · go.mod −12 +1`; `kept`: modules that stay although no code imports them. */
export function outcomeWords(
  { added, removed, changed }: Diff,
  lines: readonly Pick<GoModChange, 'is' | 'becomes'>[],
  kept: number,
): string {
  const same = changed.filter(({ direction }) => direction === 'same');
  const replaced = same.filter(({ replaceFrom, replaceTo }) => replaceFrom !== undefined || replaceTo !== undefined);
  const count = (of: number, word: string): string => (of > 0 ? `${String(of)} ${word}` : '');
  const gone = lines.filter(({ is }) => is !== undefined).length;
  const come = lines.filter(({ becomes }) => becomes !== undefined).length;
  const parts = [
    removed.length > 0 ? `−${counted(removed.length, 'module')}` : '',
    added.length > 0 ? `+${counted(added.length, 'module')}` : '',
    count(changed.filter(({ direction }) => direction === 'raised').length, 'raised'),
    count(changed.filter(({ direction }) => direction === 'lowered').length, 'lowered'),
    count(replaced.length, 'replaced'),
    count(same.filter((one) => one.directTo === true && !replaced.includes(one)).length, 'now direct'),
    count(same.filter((one) => one.directTo === false && !replaced.includes(one)).length, 'no longer direct'),
    kept > 0 ? `${counted(kept, 'module')} ${kept === 1 ? 'stays' : 'stay'}` : '',
  ].filter((part) => part !== '');
  const file = [gone > 0 ? `−${String(gone)}` : '', come > 0 ? `+${String(come)}` : ''].filter((one) => one !== '');
  const said = parts.length === 0 ? [whatIfText.same] : parts;
  return [...said, ...(file.length === 0 ? [] : [`go.mod ${file.join(' ')}`])].join(' · ');
}
