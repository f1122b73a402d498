/** Go's words made the same on every machine: what of a project and a machine is taken out of them. */
import os from 'node:os';
import path from 'node:path';
import type { MainModule } from '../../graph/snapshot/types.ts';
import { withoutMachine } from '../../parsers/without-machine.ts';
import { realOr } from './by-link.ts';
import type { GoEnv } from '../process/go-env.ts';
import type { Project } from './find.ts';

export interface Place {
  readonly project: Project;
  readonly env?: GoEnv;
  /** Scratch folders, the innermost first. */
  readonly scratch?: readonly string[];
  readonly mains?: readonly MainModule[];
}

/**
 * A function over go's words: folders of the project become relative to its root, scratch copies the files that they
 * stand for, hosts of proxies HOST; the version of the go that ran is left out, for a snapshot does not tell it.
 */
export function wordsOf({ project, env, scratch = [], mains = [] }: Place): (text: string) => string {
  const known = [
    ...[...new Set([project.root, realOr(project.root)])].map((root) => [root, '.'] as const),
    ...scratch.flatMap((folder) => namesOf(folder, project.root).map((name) => [name, '.'] as const)),
    ...scratch.flatMap((folder) => copiesOf(folder, project)),
    ...outside(project, mains),
    ...(env === undefined ? [] : namesOf(env.GOMODCACHE, project.root).map((name) => [name, 'GOMODCACHE'] as const)),
  ].sort(([a], [b]) => b.length - a.length);
  const addresses = `${env?.GOPROXY ?? ''},${env?.GOSUMDB ?? ''}`.split(/[,|\s]+/);
  const files = addresses.filter((address) => address.startsWith('file:'));
  const hosts = addresses.filter((address) => /^https?:\/\//.test(address)).map(hostOf);
  const [sumdb = ''] = (env?.GOSUMDB ?? '').split(/[+\s]/);
  const machine = {
    home: os.homedir(),
    hosts: [...hosts, ...(sumdb.includes('.') ? [sumdb] : [])],
  };
  return (text) => {
    let result = text;
    for (const address of files) result = result.replaceAll(address.replace(/\/+$/, ''), 'GOPROXY');
    for (const [folder, name] of known) result = result.replace(pathPattern(folder), () => name);
    result = withoutMachine(result, { ...machine, home: realOr(machine.home) });
    result = withoutMachine(result, machine).replace(pathPattern(os.tmpdir()), () => 'TMPDIR');
    return result.replace(/\(running go [^\s;)]+(?:; GOTOOLCHAIN=[^)]*)?\)/g, '(running an older go)');
  };
}

/** How go may name a folder while it works in `root`: in full, or relative where that is shorter (cmd/go/internal/base ShortPath). */
export function namesOf(folder: string, root: string): string[] {
  return [folder, path.relative(root, folder)].filter((name) => name.length > 1);
}

/** The copy of what is read in the place of go.mod, by its own name. */
function copiesOf(folder: string, { root, modFile }: Project): (readonly [string, string])[] {
  if (modFile === undefined) return [];
  const own = path.relative(root, modFile).split(path.sep).join('/');
  return namesOf(folder, root).map((name) => [path.join(name, 'go.mod'), own] as const);
}

/** Folders outside the root that the project names by a relative path: members of a workspace, replacements. */
function outside(project: Project, mains: readonly MainModule[]): (readonly [string, string])[] {
  const { root, members, work } = project;
  const from = [
    ...members.map(({ folder }) => folder),
    ...(work?.replace ?? []).map((one) => replaced(root, one.new)),
    ...mains.flatMap((main) => main.replace.map((one) => replaced(path.resolve(root, main.dir), one.new))),
  ];
  return [...new Set(from)]
    .map((folder) => [folder, path.relative(root, folder).split(path.sep).join('/')] as const)
    .filter(([, name]) => name.startsWith('..'));
}

function replaced(base: string, by: { readonly path: string; readonly version?: string }): string {
  // A path with a version is a module, an absolute one stands in go.mod: the same on every machine.
  return by.version === undefined && !path.isAbsolute(by.path) ? path.resolve(base, by.path) : base;
}

function pathPattern(folder: string): RegExp {
  return new RegExp(`(?<![\\w.-])${folder.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)}(?![\\w.-])`, 'g');
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
}
