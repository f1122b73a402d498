/** The go command's own test modules, read from GOROOT at run time and never copied into the project. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readTxtar } from './txtar.ts';

/** Lays testdata/mod as a file:// proxy (cmd/go/proxy_test.go reads the same files): PATH_VERSION.txt, `_` for `/`. */
export function layProxy(goroot: string, folder: string): void {
  const source = path.join(goroot, 'src/cmd/go/testdata/mod');
  for (const name of readdirSync(source)) {
    const stem = name.endsWith('.txt') ? name.slice(0, -'.txt'.length) : '';
    const cut = stem.lastIndexOf('_v');
    if (cut === -1) continue;
    const version = stem.slice(cut + 1);
    const files = readTxtar(readFileSync(path.join(source, name), 'utf8'));
    const mod = files.find((file) => file.name === '.mod');
    if (mod === undefined) continue;
    const info = files.find((file) => file.name === '.info')?.text ?? JSON.stringify({ Version: version });
    const target = path.join(folder, stem.slice(0, cut).replaceAll('_', '/'), '@v');
    mkdirSync(target, { recursive: true });
    writeFileSync(path.join(target, 'list'), `${version}\n`, { flag: 'a' });
    writeFileSync(path.join(target, `${version}.mod`), mod.text);
    writeFileSync(path.join(target, `${version}.info`), info);
  }
}

export interface Script {
  readonly name: string;
  /** Folder into which its files were laid. */
  readonly folder: string;
  /** Folders with a go.mod, relative; and files that are a go.work, relative. */
  readonly modules: readonly string[];
  readonly workspaces: readonly string[];
}

/** Lays the files of every script that holds a go.mod or go.work. A name that leaves the folder is left out. */
export function layScripts(goroot: string, folder: string): Script[] {
  const source = path.join(goroot, 'src/cmd/go/testdata/script');
  return readdirSync(source)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((file) => {
      const files = readTxtar(readFileSync(path.join(source, file), 'utf8')).filter(
        ({ name }) => !name.includes('$') && !path.isAbsolute(name) && !path.normalize(name).startsWith('..'),
      );
      const isMod = (name: string): boolean => /(^|\/)go\.mod(\.[\w.-]+)?$/.test(name);
      const modules = files.filter(({ name }) => isMod(name)).map(({ name }) => name);
      const workspaces = files.filter(({ name }) => /(^|\/)go\.work$/.test(name)).map(({ name }) => name);
      if (modules.length + workspaces.length === 0) return [];
      const target = path.join(folder, file.slice(0, -'.txt'.length));
      for (const { name, text } of files) {
        const to = path.join(target, name);
        if (existsSync(to)) continue;
        mkdirSync(path.dirname(to), { recursive: true });
        writeFileSync(to, text);
      }
      return [{ name: file, folder: target, modules, workspaces }];
    });
}
