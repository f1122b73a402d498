/** Modules and revisions of what a half-typed command looks at, without running go: the shell waits. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { findProject } from '../../server/project/find.ts';
import { load } from '../../server/project/load.ts';
import { defaultLoad, type Source } from '../../server/project/types.ts';
import { folderAt } from '../folder-at.ts';
import { sourceOf } from '../input.ts';
import type { InputOptions } from '../input-options.ts';
import type { Typed } from './typed.ts';

export interface Where {
  readonly cwd: string;
  readonly signal: AbortSignal;
}

export interface KnownModule {
  readonly path: string;
  /** '' for a main module. */
  readonly version: string;
  readonly main?: true;
}

/** Bytes of a recording that is read while somebody waits for a word. */
const largest = 16 << 20;

/**
 * What a shell takes as it is, and module.CheckPath lets through: a go.mod is a stranger's, and what is completed is run with
 * the next Enter. Nothing that would be a flag.
 */
const harmlessPath = /^[A-Za-z0-9_][A-Za-z0-9._~/+-]*$/;
const harmlessVersion = /^v[0-9][0-9A-Za-z.+-]*$/;
const harmlessRevision = /^[A-Za-z0-9_][\w./+-]*$/;

/** Modules of the recording or folder that the flags name: of a folder, those that its go.mod files list. [] where that fails. */
export async function modulesAt(typed: Typed, where: Where): Promise<KnownModule[]> {
  try {
    const source = sourceNamed(typed, where.cwd);
    const known = source.kind === 'folder' ? declaredIn(source.dir) : await recordedIn(source, where.signal);
    const first = new Map<string, KnownModule>();
    for (const one of known) {
      const isSafe = harmlessPath.test(one.path) && (one.version === '' || harmlessVersion.test(one.version));
      if (isSafe && !first.has(one.path)) first.set(one.path, one);
    }
    return [...first.values()];
  } catch {
    return [];
  }
}

/** Branches and tags, as git lists them. [] outside of a repository. */
export async function revisionsAt(typed: Typed, { cwd, signal }: Where): Promise<string[]> {
  try {
    const { listRevisions } = await import('../../server/project/revision-list.ts');
    const { rows } = await listRevisions(folderNamed(typed, cwd), { gowork: 'auto', signal, patience: 1000 });
    return rows.flatMap(({ kind, name }) => (kind !== 'commit' && harmlessRevision.test(name) ? [name] : []));
  } catch {
    return [];
  }
}

function sourceNamed({ flags }: Typed, cwd: string): Source {
  const { C, snapshot, sample, graph } = flags;
  const options: InputOptions = {
    ...(typeof C === 'string' ? { C } : {}),
    ...(typeof snapshot === 'string' ? { snapshot } : {}),
    ...(sample === undefined ? {} : { sample }),
    ...(typeof graph === 'string' ? { graph } : {}),
  };
  return sourceOf({ cwd, env: {} }, options, undefined);
}

function folderNamed({ flags: { C } }: Typed, cwd: string): string {
  return typeof C === 'string' ? folderAt(cwd, C) : cwd;
}

function declaredIn(dir: string): KnownModule[] {
  const { members } = findProject(dir);
  const mains = members.flatMap(({ folder }) => {
    try {
      return [readGoMod(readSmall(path.join(folder, 'go.mod'))).main];
    } catch {
      return [];
    }
  });
  return [
    ...mains.map((main) => ({ path: main.path, version: '', main: true as const })),
    ...mains.flatMap((main) => main.require.map((one) => ({ path: one.path, version: one.version }))),
  ];
}

async function recordedIn(source: Exclude<Source, { kind: 'folder' }>, signal: AbortSignal): Promise<KnownModule[]> {
  const file = source.kind === 'snapshot' ? source.file : source.kind === 'recorded' ? source.graph : undefined;
  // Standard input is the shell's, and what is no regular file may be waited for without end.
  if (file !== undefined && (file === '-' || !isSmall(file))) return [];
  const { snapshot } = await load(source, defaultLoad, () => undefined, signal);
  return snapshot.modules.flatMap(({ path: name, version = '', selected }) =>
    version === ''
      ? [{ path: name, version, main: true as const }]
      : selected === true
        ? [{ path: name, version }]
        : [],
  );
}

function isSmall(file: string): boolean {
  const stat = statSync(file);
  return stat.isFile() && stat.size <= largest;
}

function readSmall(file: string): string {
  return isSmall(file) ? readFileSync(file, 'utf8') : '';
}
