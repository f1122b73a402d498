/** Makes a failing edit small: lines are taken away one at a time as long as the real go and ours still differ. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { draftFiles, type Draft, type ModDraft } from './draft.ts';
import { layDraft } from './draft-case.ts';
import { disagreement, judge } from './judge.ts';
import { addToProxy } from './proxy-folder.ts';
import { realGo } from './real-go.ts';
import type { Universe } from './universe.ts';

type World = Pick<Universe, 'modules' | 'folders'>;

interface Failing {
  readonly world: World;
  readonly draft: Draft;
}

/** At most so many runs of go are spent on one edit. */
const leastPatience = 400;
/** A world with more modules than this, such as a module cache, is shown as it is. */
const mostModules = 400;

/** The text of a small case that fails as the given one does, with its modules; go runs below `scratch`. */
export function shrunk(failing: Failing, scratch: string): string {
  if (failing.world.modules.length > mostModules) return textOf({ ...failing, world: { modules: [], folders: [] } });
  let best = failing;
  let left = leastPatience;
  for (let progress = true; progress && left > 0;) {
    progress = false;
    for (let at = 0; left > 0; left--) {
      const smaller = [...smallerOnes(best)];
      const next = smaller[at];
      if (next === undefined) break;
      if (fails(next, scratch)) {
        best = next;
        progress = true;
      } else at++;
    }
  }
  return textOf(best);
}

function fails({ world, draft }: Failing, scratch: string): boolean {
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(path.join(scratch, 'shrink-'));
  try {
    const proxy = path.join(folder, 'proxy');
    for (const module of world.modules) addToProxy(proxy, module);
    const verdict = judge(layDraft('', path.join(folder, 'case'), world, draft), realGo(folder, [proxy]));
    return disagreement(verdict) !== undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All that is one line, or one module, smaller. */
function* smallerOnes({ world, draft }: Failing): Generator<Failing> {
  for (const [i] of world.modules.entries()) {
    yield { draft, world: { ...world, modules: world.modules.toSpliced(i, 1) } };
  }
  for (const [i] of world.folders.entries()) {
    yield { draft, world: { ...world, folders: world.folders.toSpliced(i, 1) } };
  }
  for (const [i, main] of draft.mains.entries()) {
    for (const smaller of smallerMods(main)) yield { world, draft: { ...draft, mains: draft.mains.with(i, smaller) } };
    if (draft.mains.length > 1) yield { world, draft: { ...draft, mains: draft.mains.toSpliced(i, 1) } };
  }
  const { work } = draft;
  for (const [i] of (work?.replace ?? []).entries()) {
    if (work !== undefined)
      yield { world, draft: { ...draft, work: { ...work, replace: work.replace.toSpliced(i, 1) } } };
  }
  for (const [i, module] of world.modules.entries()) {
    const lines = module.mod.split('\n');
    for (let line = 1; line < lines.length - 1; line++) {
      const smaller = { ...module, mod: lines.toSpliced(line, 1).join('\n') };
      yield { draft, world: { ...world, modules: world.modules.with(i, smaller) } };
    }
  }
}

function* smallerMods(mod: ModDraft): Generator<ModDraft> {
  for (const [i] of mod.require.entries()) yield { ...mod, require: mod.require.toSpliced(i, 1) };
  for (const [i] of mod.replace.entries()) yield { ...mod, replace: mod.replace.toSpliced(i, 1) };
  for (const [i] of mod.exclude.entries()) yield { ...mod, exclude: mod.exclude.toSpliced(i, 1) };
  const { toolchain, ...rest } = mod;
  if (toolchain !== undefined) yield rest;
}

/** In the form of a txtar archive: the case's own files, then what the proxy serves. */
function textOf({ world, draft }: Failing): string {
  const files = [
    ...draftFiles(draft),
    ...world.folders.map(({ dir, mod }) => [`${dir}/go.mod`, mod] as const),
    ...world.modules.map(({ path: name, version, mod }) => [`${name}@${version}.mod`, mod] as const),
  ];
  return files.map(([name, text]) => `  -- ${name} --\n${text.trimEnd().replace(/^/gm, '  ')}\n`).join('');
}
