/** The go command's own test data, read from GOROOT at run time and never copied into the project. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProxyEntry } from './proxy-folder.ts';
import { readTxtar, type TxtarFile } from './txtar.ts';

/** The module versions of testdata/mod (cmd/go/proxy_test.go reads the same files): PATH_VERSION.txt, `_` for `/`. */
export function recordedModules(goroot: string): ProxyEntry[] {
  const source = path.join(goroot, 'src/cmd/go/testdata/mod');
  return namesIn(source).flatMap((name): ProxyEntry[] => {
    const stem = name.endsWith('.txt') ? name.slice(0, -'.txt'.length) : '';
    const cut = stem.lastIndexOf('_v');
    if (cut === -1) return [];
    const { files } = readTxtar(readFileSync(path.join(source, name), 'utf8'));
    const mod = files.find((file) => file.name === '.mod');
    if (mod === undefined) return [];
    const info = files.find((file) => file.name === '.info')?.text;
    return [
      {
        path: unescaped(stem.slice(0, cut).replaceAll('_', '/')),
        version: unescaped(stem.slice(cut + 1)),
        mod: mod.text,
        files: files.filter((file) => !['.mod', '.info', '.zip'].includes(file.name) && !file.name.startsWith('/')),
        ...(info === undefined ? {} : { info }),
      },
    ];
  });
}

/** Some distributions leave the test data out: then there is none. */
function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** golang.org/x/mod/module UnescapePath. */
export function unescaped(text: string): string {
  return text.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export interface Script {
  readonly name: string;
  /** Its command lines. */
  readonly comment: string;
  readonly files: readonly TxtarFile[];
}

/** Every script that deals with modules: it holds a go.mod or a go.work, or makes one. */
export function readScripts(goroot: string): Script[] {
  const source = path.join(goroot, 'src/cmd/go/testdata/script');
  return namesIn(source)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, ...readTxtar(readFileSync(path.join(source, name), 'utf8')) }))
    .filter(
      ({ comment, files }) =>
        files.some((file) => /\.(mod|work)\b/.test(file.name)) || /\bgo (mod|work) (init|edit)\b/.test(comment),
    );
}

/** Writes a script's files: relative names below `source`, `$WORK/…` below `work`; one that would leave `work` is left out. */
export function layScript(script: Script, work: string, source: string): void {
  for (const { name, text } of script.files) {
    const file = path.resolve(source, name.replace(/^\$WORK\b/, work).replace(/^\$GOPATH\b/, path.dirname(source)));
    if (!file.startsWith(`${work}${path.sep}`) || file.includes('$')) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
