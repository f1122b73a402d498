/** A module and the proxy that it is loaded from, written as one table: for the real go without a network. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addToProxy } from '../conformance/proxy-folder.ts';
import { layOut } from './tree.ts';

/**
 * Writes the files into `folder`; those named `proxy/PATH@VERSION/FILE` become a proxy beside it. Returns the environment
 * in which go reads from that proxy alone.
 */
export function layWorld(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const modules = new Map<string, Record<string, string>>();
  const tree: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) {
    const [, module, file] = /^proxy\/(.+?@[^/]+)\/(.+)$/.exec(name) ?? [];
    if (module === undefined || file === undefined) tree[name] = text;
    else modules.set(module, { ...modules.get(module), [file]: text });
  }
  layOut(folder, tree);
  const proxy = path.join(folder, '.proxy');
  mkdirSync(proxy, { recursive: true });
  for (const [module, own] of modules) {
    const at = module.lastIndexOf('@');
    addToProxy(proxy, {
      path: module.slice(0, at),
      version: module.slice(at + 1),
      mod: own['go.mod'] ?? `module ${module.slice(0, at)}\n`,
      files: Object.entries(own).map(([name, text]) => ({ name, text })),
    });
  }
  return {
    GOPROXY: pathToFileURL(proxy).href,
    GOSUMDB: 'off',
    GOMODCACHE: path.join(folder, '.cache'),
    GOFLAGS: '-modcacherw',
    GOENV: 'off',
    GOWORK: '',
    GOPRIVATE: '',
    GONOSUMDB: '',
    GONOPROXY: '',
    GOTOOLCHAIN: 'local',
  };
}
