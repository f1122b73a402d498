/** Edits by chance of a go.mod or go.work: requirements, replacements, exclusions, go and toolchain lines. */
import path from 'node:path/posix';
import { compareVersions } from '../../graph/version/semver.ts';
import { compareGoVersions } from '../../graph/version/go-version.ts';
import { replaceText, type Draft, type ModDraft, type Ref, type ReplaceLine } from './draft.ts';
import type { Random } from './random.ts';
import { goLine, toolchains, type Universe } from './universe.ts';

export interface Edit {
  /** What was done, for a reader. */
  readonly what: string;
  readonly draft: Draft;
}

/** One edit; another kind is tried where one has nothing to work on. */
export function editByChance(random: Random, universe: Universe, draft: Draft): Edit {
  for (;;) {
    const at = random.below(draft.mains.length);
    const mod = draft.mains[at]!;
    const pastMods = random.chance(draft.work === undefined ? 0 : 15);
    const edit = pastMods ? editWork(random, universe, draft) : editMod(random, universe, mod);
    if (edit === undefined) continue;
    if ('draft' in edit) return edit;
    const mains = draft.mains.with(at, edit.mod);
    return { what: `${mod.path}: ${edit.what}`, draft: atLeastMembers({ ...draft, mains }) };
  }
}

type ModEdit = { readonly what: string; readonly mod: ModDraft } | undefined;
type Editor = (random: Random, universe: Universe, mod: ModDraft) => ModEdit;

/** Each with how often it is to come. */
const editors: readonly (readonly [number, Editor])[] = [
  [4, (random, universe, mod) => otherVersion(random, universe, mod, 1)],
  [4, (random, universe, mod) => otherVersion(random, universe, mod, -1)],
  [2, dropRequire],
  [4, addRequire],
  [5, addReplace],
  [2, (random, _, mod) => dropReplace(random, mod)],
  [3, addExclude],
  [1, (random, _, mod) => dropExclude(random, mod)],
  [4, moveGoLine],
  [2, moveToolchain],
  [1, (random, _, mod) => turnIndirect(random, mod)],
  [1, whatIsNotThere],
];
const editorBag = editors.flatMap(([weight, editor]) => Array.from({ length: weight }, () => editor));

function editMod(random: Random, universe: Universe, mod: ModDraft): ModEdit {
  return random.pick(editorBag)?.(random, universe, mod);
}

/** Raises (1) or lowers (-1) a requirement to another version that there is. */
function otherVersion(random: Random, { modules }: Universe, mod: ModDraft, way: 1 | -1): ModEdit {
  const at = random.below(mod.require.length);
  const old = mod.require[at];
  if (old === undefined) return undefined;
  const others = modules.filter(
    (one) => one.path === old.path && Math.sign(compareVersions(one.version, old.version)) === way,
  );
  const to = random.pick(others);
  if (to === undefined) return undefined;
  const require = mod.require.with(at, { ...old, version: to.version });
  return { what: `require ${old.path} ${old.version} → ${to.version}`, mod: { ...mod, require } };
}

function dropRequire(random: Random, _: Universe, mod: ModDraft): ModEdit {
  const at = random.below(mod.require.length);
  const old = mod.require[at];
  if (old === undefined) return undefined;
  return { what: `drop require ${old.path}`, mod: { ...mod, require: mod.require.toSpliced(at, 1) } };
}

/** A second version of a path, or the module itself, may come of it: go puts such a go.mod right. */
function addRequire(random: Random, { modules }: Universe, mod: ModDraft): ModEdit {
  const one = random.pick(modules);
  if (one === undefined || (mod.require.some((old) => old.path === one.path) && random.chance(80))) return undefined;
  const ref: Ref = { path: one.path, version: one.version };
  const require = [...mod.require, random.chance(30) ? { ...ref, indirect: true } : ref];
  return { what: `require ${one.path} ${one.version}`, mod: { ...mod, require } };
}

function addReplace(random: Random, universe: Universe, mod: ModDraft): ModEdit {
  const line = replaceByChance(random, universe, mod.dir);
  if (line === undefined || isReplaced(mod.replace, line)) return undefined;
  return { what: replaceText(line), mod: { ...mod, replace: [...mod.replace, line] } };
}

/** By another version, by another module, or by a folder; one version of the path, or all. */
function replaceByChance(random: Random, { modules, folders }: Universe, dir: string): ReplaceLine | undefined {
  const folder = random.chance(33) ? random.pick(folders) : undefined;
  const old = random.pick(folder === undefined ? modules : modules.filter((one) => one.path === folder.path));
  if (old === undefined) return undefined;
  const of = random.chance(50) ? { path: old.path, version: old.version } : { path: old.path };
  if (folder !== undefined) return { ...of, to: path.relative(dir, folder.dir).replace(/^(?!\.)/, './') };
  const same = random.chance(50);
  const to = random.pick(modules.filter((one) => (one.path === old.path) === same));
  return to === undefined ? undefined : { ...of, to: `${to.path} ${to.version}` };
}

function isReplaced(lines: readonly ReplaceLine[], line: ReplaceLine): boolean {
  return lines.some((one) => one.path === line.path && one.version === line.version);
}

function dropReplace(random: Random, mod: ModDraft): ModEdit {
  const at = random.below(mod.replace.length);
  const old = mod.replace[at];
  if (old === undefined) return undefined;
  return { what: `drop ${replaceText(old)}`, mod: { ...mod, replace: mod.replace.toSpliced(at, 1) } };
}

/** Half the time one that the go.mod itself requires. */
function addExclude(random: Random, { modules }: Universe, mod: ModDraft): ModEdit {
  const one = random.pick<Ref>(random.chance(50) ? mod.require : modules);
  if (one === undefined) return undefined;
  const exclude = [...mod.exclude, { path: one.path, version: one.version }];
  return { what: `exclude ${one.path} ${one.version}`, mod: { ...mod, exclude } };
}

function dropExclude(random: Random, mod: ModDraft): ModEdit {
  const at = random.below(mod.exclude.length);
  const old = mod.exclude[at];
  if (old === undefined) return undefined;
  return { what: `drop exclude ${old.path} ${old.version}`, mod: { ...mod, exclude: mod.exclude.toSpliced(at, 1) } };
}

function moveGoLine(random: Random, _: Universe, mod: ModDraft): ModEdit {
  const { go: old, ...rest } = mod;
  const go = goLine(random);
  if (go === old) return undefined;
  return { what: `go ${old ?? '(none)'} → ${go ?? '(none)'}`, mod: go === undefined ? rest : { ...rest, go } };
}

function moveToolchain(random: Random, _: Universe, mod: ModDraft): ModEdit {
  const { toolchain: old, ...rest } = mod;
  const toolchain = random.chance(40) ? undefined : random.pick(toolchains);
  if (toolchain === old) return undefined;
  const what = `toolchain ${old ?? '(none)'} → ${toolchain ?? '(none)'}`;
  return { what, mod: toolchain === undefined ? rest : { ...rest, toolchain } };
}

function turnIndirect(random: Random, mod: ModDraft): ModEdit {
  const at = random.below(mod.require.length);
  const old = mod.require[at];
  if (old === undefined) return undefined;
  const require = mod.require.with(at, { ...old, indirect: old.indirect !== true });
  return { what: `turn // indirect of ${old.path}`, mod: { ...mod, require } };
}

/** A version that no proxy has, or a folder without a go.mod: go refuses, and so must we, unless nothing asks for it. */
function whatIsNotThere(random: Random, { modules }: Universe, mod: ModDraft): ModEdit {
  const path = random.pick(modules)?.path;
  if (path === undefined) return undefined;
  if (random.chance(50)) {
    const version = /\/v(\d+)$/.exec(path)?.[1] ?? '0';
    const require = [...mod.require, { path, version: `v${version}.99.0` }];
    return { what: `require ${path} v${version}.99.0, which is not there`, mod: { ...mod, require } };
  }
  const line = { path, to: './nowhere' };
  if (isReplaced(mod.replace, line)) return undefined;
  return { what: replaceText(line), mod: { ...mod, replace: [...mod.replace, line] } };
}

/** A replacement, a toolchain line or a go line in go.work; a go line may be too old for a member. */
function editWork(random: Random, universe: Universe, draft: Draft): Edit | undefined {
  const { work } = draft;
  if (work === undefined) return undefined;
  if (random.chance(25)) {
    const toolchain = random.pick(toolchains)!;
    return { what: `go.work: toolchain ${toolchain}`, draft: { ...draft, work: { ...work, toolchain } } };
  }
  if (random.chance(10)) {
    const go = goLine(random) ?? '1.18';
    return { what: `go.work: go ${go}`, draft: { ...draft, work: { ...work, go } } };
  }
  if (work.replace.length > 0 && random.chance(40)) {
    const replace = work.replace.slice(1);
    return { what: `go.work: drop ${replaceText(work.replace[0]!)}`, draft: { ...draft, work: { ...work, replace } } };
  }
  const line = replaceByChance(random, universe, '.');
  if (line === undefined || isReplaced(work.replace, line)) return undefined;
  const replace = [...work.replace, line];
  return { what: `go.work: ${replaceText(line)}`, draft: { ...draft, work: { ...work, replace } } };
}

/** go refuses a go.work whose go line is below a member's: `go work use` would raise it. */
function atLeastMembers(draft: Draft): Draft {
  if (draft.work === undefined) return draft;
  const go = draft.mains.reduce(
    (highest, main) => (compareGoVersions(main.go ?? '1.16', highest) > 0 ? main.go! : highest),
    draft.work.go,
  );
  return { ...draft, work: { ...draft.work, go } };
}
