/** What a command changes, in sentences: what it lowers or removes first, then what it is for, then the rest. */
import type { Proposal } from './proposal.ts';
import type { Changes, Moved } from './types.ts';

/** Names in one sentence; `changes` has all. */
const mostNamed = 4;

/** Nothing that changes is left out; what is too much to name is counted. */
export function changesWords(
  changes: Changes,
  { words, says, steps }: Pick<Proposal, 'words' | 'says' | 'steps'>,
): string {
  const { added, removed, raised, lowered, atLeast = false } = changes;
  const isGone = ({ to }: Moved): boolean => to === '';
  const down = lowered.filter((one) => !isGone(one));
  const gone = [...lowered.filter(isGone).map(({ path, from }) => `the line ${path} ${from}`), ...removed];
  const first = [
    ...(down.length === 0 ? [] : [`lowers ${listed(down.map(move))}`]),
    ...(gone.length === 0 ? [] : [`removes ${listed(gone)}`]),
  ];
  const others = raised.filter(({ path }) => path !== says).sort((a, b) => weight(a) - weight(b));
  const more = added.filter((name) => says === undefined || !name.startsWith(`${says}@`));
  const rest = [
    ...(others.length === 0 ? [] : [`raises ${listed(others.map(move))}`]),
    ...(more.length === 0 ? [] : [`adds ${listed(more)}`]),
  ];
  return [
    ...(first.length === 0 ? [] : [sentence(`this ${first.join(' and ')}`)]),
    words,
    rest.length === 0
      ? first.length > 0
        ? ''
        : atLeast
          ? 'By what go.mod files require, no other selected version changes.'
          : 'No other selected version changes.'
      : sentence(`it also ${rest.join(' and ')}`),
    // Versions that come and go are lines of go.mod themselves.
    [added, removed, raised, lowered].every((some) => some.length === 0) && !words.includes('go.mod')
      ? linesWords(changes, steps)
      : '',
    // modload: what a package imports, and no module of the graph provides.
    atLeast ? 'go get may add modules that packages need.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Lines of go.mod that a command changes by itself, where no version tells of it: `go mod tidy` takes out what is needless. */
function linesWords({ files }: Changes, steps: Proposal['steps']): string {
  if (steps.some((step) => step.do === 'edit')) return '';
  const lines = (n: number): string => `${String(n)} ${n === 1 ? 'line' : 'lines'}`;
  return files
    .filter(({ file }) => /(?:^|\/)go\.mod$/.test(file))
    .map(({ file, added, removed }) => {
      const does = [
        ...(removed === 0 ? [] : [`loses ${lines(removed)}`]),
        ...(added === 0 ? [] : [`gains ${lines(added)}`]),
      ];
      return `${file} ${does.join(' and ')}.`;
    })
    .join(' ');
}

/** The go line stands first: it is never one of those that are only counted. */
function weight({ path }: Moved): number {
  return path === 'go' ? 0 : path === 'toolchain' ? 1 : 2;
}

function move({ path, from, to }: Moved): string {
  const name = path === 'go' || path === 'toolchain' ? `the ${path} line` : path;
  return from === '' ? `${name} to ${to}` : `${name} from ${from} to ${to}`;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, names.length === mostNamed + 1 ? mostNamed + 1 : mostNamed);
  const rest = names.length - shown.length;
  const last = rest > 0 ? `${String(rest)} more` : (shown.pop() ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
