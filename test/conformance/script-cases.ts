/** The cases of a go test script: its files as they are laid, and what stands there whenever it runs the go command. */
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Case } from './case.ts';
import type { Script } from './go-testdata.ts';
import type { ScriptState } from './script-state.ts';

/** Calls `check` with every go.mod and go.work that a script holds, by whatever name, before its first command. */
export function laidCases(script: Script, state: ScriptState, check: (one: Case) => void): void {
  for (const { name } of script.files) {
    const file = path.resolve(state.folder, name.replace(/^\$WORK\b/, state.work));
    if (!existsSync(file) || !statSync(file).isFile()) continue;
    const base = path.basename(file);
    const label = `${script.name} ${name}`;
    if (/^go\.mod\b/.test(base)) withModule(label, path.dirname(file), file, state, check);
    else if (base === 'go.work' || base.endsWith('.work')) {
      check({ kind: 'workspace', name: label, folder: path.dirname(file), gowork: file });
    } else if (/^go\.work\b/.test(base)) {
      // go takes no other ending than .work.
      const spare = path.join(path.dirname(file), 'spare-of-a-script.work');
      copyFileSync(file, spare);
      check({ kind: 'workspace', name: label, folder: path.dirname(file), gowork: spare });
      rmSync(spare);
    }
  }
}

/** The module or workspace that a go command with these arguments would find; undefined where it finds none. */
export function caseHere(label: string, args: readonly string[], state: ScriptState): CaseAt | undefined {
  if (state.env.get('GO111MODULE') === 'off') return undefined;
  const flags = [...args, ...(state.env.get('GOFLAGS') ?? '').split(' ')];
  const flag = (name: string): string | undefined => {
    const at = flags.findIndex((arg) => arg === `-${name}` || arg.startsWith(`-${name}=`));
    return at === -1 ? undefined : (/=(.*)$/.exec(flags[at] ?? '')?.[1] ?? flags[at + 1]);
  };
  const folder = state.inside(flag('C') ?? '.');
  const GOWORK = state.env.get('GOWORK') ?? '';
  const gowork = GOWORK === 'off' ? undefined : GOWORK === '' ? findUp(folder, 'go.work', state.work) : GOWORK;
  const at = (file: string): string => `${label} ${path.relative(path.join(state.work, 'gopath', 'src'), file)}`;
  if (gowork !== undefined && existsSync(gowork)) {
    return { kind: 'workspace', name: at(gowork), folder: path.dirname(state.inside(gowork)), gowork };
  }
  const goMod = findUp(folder, 'go.mod', state.work);
  if (goMod === undefined) return undefined;
  const modfile = flag('modfile');
  const file = modfile === undefined ? goMod : path.resolve(folder, modfile);
  return existsSync(file) ? { kind: 'module', name: at(file), folder: path.dirname(goMod), file } : undefined;
}

export type CaseAt =
  | (Case & { readonly kind: 'workspace' })
  | { readonly kind: 'module'; readonly name: string; readonly folder: string; readonly file: string };

/** Checks what `caseHere` found. */
export function checkAt(found: CaseAt, state: ScriptState, check: (one: Case) => void): void {
  if (found.kind === 'workspace') check(found);
  else withModule(found.name, found.folder, found.file, state, check);
}

/** A go.mod is checked through a copy, so that go can write; a folder without one gets an empty one meanwhile. */
function withModule(name: string, folder: string, file: string, state: ScriptState, check: (one: Case) => void): void {
  const aside = path.join(state.work, 'aside');
  mkdirSync(aside, { recursive: true });
  const modfile = path.join(aside, 'go.mod');
  copyFileSync(file, modfile);
  const sum = file.replace(/\.mod$/, '.sum');
  if (sum !== file && existsSync(sum)) copyFileSync(sum, path.join(aside, 'go.sum'));
  const own = path.join(folder, 'go.mod');
  const isBare = !existsSync(own);
  if (isBare) writeFileSync(own, 'module placeholder\n');
  try {
    check({ kind: 'module', name, folder, modfile });
  } finally {
    if (isBare) rmSync(own);
    rmSync(aside, { recursive: true });
  }
}

/** The nearest file of that name in a folder or above, within `top`. */
function findUp(folder: string, name: string, top: string): string | undefined {
  for (let at = folder; at.startsWith(top); at = path.dirname(at)) {
    const file = path.join(at, name);
    if (existsSync(file)) return file;
  }
  return undefined;
}
