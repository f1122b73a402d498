/** What a case's own files declare, and the go.mod files that its replacements name: the input of our loader. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { GoModFile, LoadInput } from '../../graph/load/types.ts';
import type { MainModule, ModuleRef } from '../../graph/snapshot/types.ts';
import { readDependencyGoMod } from '../../parsers/go-mod-lax.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import type { Case } from './case.ts';
import { readProxyMod } from './proxy-folder.ts';

/** Throws a Fault for a go.mod or go.work that we cannot read, an error of Node for one that is not there. */
export function loadInput(one: Case, proxies: readonly string[]): LoadInput {
  const goMod = (actual: ModuleRef, of: MainModule | undefined): GoModFile | undefined => {
    const { version } = actual;
    if (version === undefined) {
      const text = textOf(path.resolve(one.folder, of?.dir ?? '.', actual.path, 'go.mod'));
      return text === undefined ? undefined : readDependencyGoMod(text);
    }
    for (const proxy of proxies) {
      const text = readProxyMod(proxy, actual.path, version);
      if (text !== undefined) return readDependencyGoMod(text);
    }
    return undefined;
  };
  if (one.kind === 'module') return { mains: [readGoMod(readFileSync(one.modfile, 'utf8')).main], goMod };
  const work = readGoWork(readFileSync(one.gowork, 'utf8'));
  const mains = work.use.map(
    (dir) => readGoMod(readFileSync(path.resolve(one.folder, dir, 'go.mod'), 'utf8'), 'go.mod', dir).main,
  );
  return { mains, work, goMod };
}

/** All text that a case rests on, the proxy left out: two cases with the same are one. */
export function textsOf(one: Case): string {
  const files = [one.kind === 'module' ? one.modfile : one.gowork];
  try {
    const { mains, work } = loadInput(one, []);
    for (const main of mains) {
      if (work !== undefined) files.push(path.resolve(one.folder, main.dir, 'go.mod'));
      for (const { new: to } of [...main.replace, ...(work?.replace ?? [])]) {
        const base = work === undefined ? one.folder : path.resolve(one.folder, main.dir);
        if (to.version === undefined) files.push(path.resolve(base, to.path, 'go.mod'));
      }
    }
  } catch {
    // Not to be read: then its own text is all that counts.
  }
  return files.map((file) => textOf(file) ?? '(none)').join('\0');
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
