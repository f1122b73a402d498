/** Compares two sides: what changed, and which lines of go.mod it follows from. */
import { setImmediate } from 'node:timers/promises';
import { Causes, type Found } from '../../graph/diff/causes.ts';
import { changedPaths, diffSnapshots, isEmptyDiff } from '../../graph/diff/diff.ts';
import type { LineEdit } from '../../graph/diff/line-edits.ts';
import type { Cause, Diff } from '../../graph/diff/types.ts';
import { Fault } from '../../graph/fault.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { statesOfModel } from '../../graph/diff/states.ts';
import { statementsOf, type Statement } from '../../parsers/go-mod/statements.ts';
import { ModTexts, whyNotAsked } from './revision-mods.ts';
import { declaredOf, loadSides, type Side, type SideName, type Sides } from './revision-side.ts';

/** Contracts 15, and what the diff rests on. */
export interface Comparison {
  readonly base: Side;
  readonly head: Side;
  readonly diff: Diff;
  /** Why `follows` of causes are not told, or not all. */
  readonly unknown?: string;
}

/** Loads both sides and compares them. Throws the Faults of loadSides. */
export async function compare(base: SideName, head: SideName, by: Sides): Promise<Comparison> {
  const [before, after] = await loadSides(base, head, by);
  const diff = diffSnapshots(before.snapshot, after.snapshot);
  const found = await causesBetween(before, after, diff, by);
  const causes = found.edits.map((edit, n) => causeOf(edit, n, found, before, after));
  // Without a change, a line is no cause of one.
  const told: Diff = isEmptyDiff(diff) ? diff : { ...diff, causes };
  const unknown = isEmptyDiff(diff) ? undefined : found.unknown;
  return { base: before, head: after, diff: told, ...(unknown === undefined ? {} : { unknown }) };
}

async function causesBetween(base: Side, head: Side, diff: Diff, { dir, options, signal }: Sides): Promise<Found> {
  const mods = await ModTexts.open(dir, options, signal);
  const causes = new Causes({
    base: declaredOf(base),
    head: declaredOf(head),
    changed: changedPaths(diff),
    before: versionsOf(base.snapshot),
    after: versionsOf(head.snapshot),
    goMod: mods.goMod,
    pause: async () => {
      await setImmediate();
      if (signal.aborted) throw new Fault('cancelled', 'diff was cancelled.');
    },
  });
  for (;;) {
    const found = await causes.find();
    if (found.missing.length === 0 || !(await mods.fetch(found.missing))) return withReason(found);
  }
}

/** What cannot be fetched because its name is none is told apart from what is not there. */
function withReason(found: Found): Found {
  const why = whyNotAsked(found.missing);
  return why === undefined || found.unknown === undefined ? found : { ...found, unknown: `${found.unknown} ${why}` };
}

function versionsOf(snapshot: Snapshot): Map<string, string> {
  return new Map([...statesOfModel(openSnapshot(snapshot))].map(([path, { version }]) => [path, version]));
}

function causeOf(edit: LineEdit, n: number, { follows }: Found, base: Side, head: Side): Cause {
  const together = (follows?.together ?? [])
    .filter(({ edits }) => edits.includes(n))
    .map(({ edits, paths }) => ({ with: edits.filter((one) => one !== n), follows: paths }));
  const { main, file, ...rest } = edit.cause;
  const side = rest.to === undefined ? base : head;
  const line = statementsIn(side.texts.get(file)).find(saying(edit))?.line;
  return {
    ...(main === undefined ? {} : { main }),
    file: file === 'go.mod' ? (side.modFile ?? file) : file,
    ...(line === undefined ? {} : { line }),
    ...rest,
    follows: [...(follows?.alone[n] ?? []), ...together.flatMap((one) => one.follows)].sort(),
    ...(together.length === 0 ? {} : { together }),
  };
}

const blocks = new Set(['module', 'godebug', 'require', 'exclude', 'replace', 'retract', 'tool', 'ignore', 'use']);

function statementsIn(text: string | undefined): Statement[] {
  try {
    return text === undefined ? [] : statementsOf(text, blocks, []);
  } catch {
    return [];
  }
}

/** True for the statement that the edit is about. */
function saying({ cause: { kind, path, from, to } }: LineEdit): (statement: Statement) => boolean {
  const word = (text = ''): string => text.replace(/^["`](.*)["`]$/, '$1');
  const plain = (folder: string): string => folder.replace(/^\.\//, '').replace(/\/+$/, '') || '.';
  return ({ verb, args }) => {
    const [first, second] = args.map(word);
    switch (kind) {
      case 'go':
        return verb === path;
      case 'module':
        return verb === 'module';
      case 'use':
        return verb === 'use' && plain(first ?? '') === path;
      case 'exclude':
        return verb === 'exclude' && first === path && second === (to ?? from);
      case 'replace':
        return verb === 'replace' && (second === '=>' ? first : `${first ?? ''}@${second ?? ''}`) === path;
      case 'drop':
      case 'require':
      case 'get':
        return verb === 'require' && first === path;
      case 'unimport':
        return false;
    }
  };
}
