/** A world on disk: its tree, a proxy and a module cache beside it. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addToProxy } from '../proxy-folder.ts';
import type { World } from './world.ts';

export interface Laid {
  readonly root: string;
  /** Of the user's shell, over what there is. */
  readonly env: Readonly<Record<string, string>>;
}

/** Writes the tree to `folder`/m, which is emptied first. The proxy keeps what it has; no two worlds share a path. */
export function lay(world: World, folder: string): Laid {
  const root = path.join(folder, 'm');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const isFolder = (name: string): boolean => [...world.files.keys()].some((other) => other.startsWith(`${name}/`));
  for (const [name, text] of world.files) {
    if (isFolder(name)) continue;
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const [name, target] of world.links) symlinkSync(target, path.join(root, name));
  const proxy = path.join(folder, 'proxy');
  mkdirSync(proxy, { recursive: true });
  for (const { path: name, version, files, withoutZip } of world.served) {
    const entries = Object.entries(files).map(([file, text]) => ({ name: file, text }));
    const mod = files['go.mod'] ?? `module ${name}\n`;
    addToProxy(proxy, { path: name, version, mod, ...(withoutZip === true ? {} : { files: entries }) });
  }
  return { root, env: environment(world, folder, root) };
}

function environment(world: World, folder: string, root: string): Record<string, string> {
  const env: Record<string, string> = {
    GOPROXY: '$GOPROXY',
    GOSUMDB: 'off',
    GOMODCACHE: path.join(folder, 'cache'),
    GOPATH: path.join(folder, 'gopath'),
    GOENV: 'off',
    GOWORK: '',
    GO111MODULE: '',
    GOPRIVATE: '',
    GONOSUMDB: '',
    GONOPROXY: '',
    GOTOOLCHAIN: 'local',
  };
  for (const [name, value] of world.env) env[name] = value;
  const proxy = pathToFileURL(path.join(folder, 'proxy')).href;
  for (const [name, value] of Object.entries(env))
    env[name] = value.replaceAll('$GOPROXY', proxy).replaceAll('$ROOT', root);
  // What go keeps can be thrown away afterwards, and nothing else changes by it.
  return { ...env, GOFLAGS: `-modcacherw ${world.env.get('GOFLAGS') ?? ''}`.trim() };
}

/** The same tree once more beside it: go writes go.work.sum where it is asked. */
export function copyOf({ root }: Laid): string {
  const copy = `${root}-asked`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Files of a folder below the root, name → text. */
export function readBelow(root: string, folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(root, file).split(path.sep).join('/'), readFileSync(file, 'utf8'));
  }
  return files;
}
