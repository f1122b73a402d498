/** Samples of findings (samples/findings/NAME.txt): read, and laid out as folders with a module proxy beside them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { addToProxy } from '../conformance/proxy-folder.ts';
import { readTxtar, type TxtarFile } from '../conformance/txtar.ts';

/** Folder of the samples. */
const folder = samplesFolder();

/** Above this file, which may be bundled (scripts/bundled.mjs). */
function samplesFolder(): string {
  for (let at = path.dirname(fileURLToPath(import.meta.url)); ; at = path.dirname(at)) {
    const found = path.join(at, 'samples', 'findings');
    if (existsSync(found)) return found;
    if (path.dirname(at) === at) throw new Error('there is no folder samples/findings');
  }
}

/** The folder that shows the finding, and the one that must not. */
type Case = 'shows' | 'not';

export interface FindingSample {
  /** The finding's code, with a dot and the case where there are several: `superseded.v0-jump`. */
  readonly name: string;
  readonly code: string;
  /** What it shows, a sentence; how the case differs that must not show it, another. */
  readonly about: readonly [string, string];
  /** What follows `modscope findings`, run in the folder. */
  readonly args: readonly string[];
  /** Settings of go in `shows/` and in `not/`; `$GOPROXY` is the address of the sample's own proxy, `$FOLDER` the folder of both. */
  readonly env: Readonly<Record<Case, Readonly<Record<string, string>>>>;
  /** Go commands that fail while it stands, and no more once it is mended. */
  readonly refused: readonly string[];
  readonly files: readonly TxtarFile[];
  readonly file: string;
  /** The findings of its code in `shows/`, as `modscope findings` prints them. */
  readonly found: string;
  /** Its text were `found` what it shows: the file as it is, when that is so. */
  readonly textWith: (found: string) => string;
}

/** The names of all samples, sorted. */
export function findingSampleNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -'.txt'.length))
    .sort();
}

/** Throws when there is no such sample, or when it lacks one of its two sentences. */
export function readFindingSample(name: string): FindingSample {
  const file = path.join(folder, `${name}.txt`);
  const whole = readFileSync(file, 'utf8');
  const { comment, files } = readTxtar(whole);
  const lines = (part: string): string[] => textOf(files, part).split('\n').filter(Boolean);
  const settings = (part: string): Record<string, string> =>
    Object.fromEntries(lines(part).map((line) => [line.split('=', 1)[0] ?? '', line.replace(/^[^=]*=/, '')]));
  const [shows, not] = comment.split('\n').filter(Boolean);
  if (shows === undefined || not === undefined) throw new Error(`${name}.txt does not say what its two cases are`);
  return {
    name,
    code: name.split('.')[0] ?? '',
    about: [shows, not],
    args: lines('args').flatMap((line) => line.split(' ')),
    env: { shows: settings('env'), not: settings('env-not') },
    refused: lines('refused'),
    files,
    file,
    found: textOf(files, 'found'),
    textWith: (found) => whole.replace(/(?<=^-- found --\n)[^]*?(?=^-- )/m, () => found),
  };
}

function textOf(files: readonly TxtarFile[], name: string): string {
  return files.find((file) => file.name === name)?.text ?? '';
}

/**
 * Writes `shows/`, `not/` and a module proxy with the files of `proxy/PATH@VERSION/` into `to`. Returns the environment of
 * each, in which go reads from that proxy alone.
 */
export function layFindingSample(sample: FindingSample, to: string): Record<Case, Record<string, string>> {
  const modules = new Map<string, TxtarFile[]>();
  for (const { name, text } of sample.files) {
    const [, module, file] = /^proxy\/(.+?@[^/]+)\/(.+)$/.exec(name) ?? [];
    if (module !== undefined && file !== undefined) {
      modules.set(module, [...(modules.get(module) ?? []), { name: file, text }]);
    } else if (/^(?:shows|not)\//.test(name)) {
      mkdirSync(path.dirname(path.join(to, name)), { recursive: true });
      writeFileSync(path.join(to, name), text);
    }
  }
  const proxy = path.join(to, 'proxy');
  mkdirSync(proxy, { recursive: true });
  for (const [name, files] of modules) {
    const at = name.lastIndexOf('@');
    addToProxy(proxy, {
      path: name.slice(0, at),
      version: name.slice(at + 1),
      mod: textOf(files, 'go.mod'),
      files,
    });
  }
  const address = pathToFileURL(proxy).href;
  // Of a folder in a module cache go remembers what is in it, even once it is gone (cmd/go/internal/modindex).
  const cache = path.join(to, 'cache', sample.name);
  return {
    shows: environment(address, cache, to, sample.env.shows),
    not: environment(address, cache, to, sample.env.not),
  };
}

function environment(
  address: string,
  cache: string,
  folder: string,
  settings: Readonly<Record<string, string>>,
): Record<string, string> {
  const env: Record<string, string> = {
    GOPROXY: address,
    GOSUMDB: 'off',
    GOMODCACHE: cache,
    GOFLAGS: '-modcacherw',
    GOENV: 'off',
    GOWORK: '',
    GOPRIVATE: '',
    GONOSUMDB: '',
    GONOPROXY: '',
    GOTOOLCHAIN: 'local',
  };
  for (const [name, value] of Object.entries(settings)) {
    env[name] = value.replaceAll('$GOPROXY', address).replaceAll('$FOLDER', folder);
  }
  return env;
}
