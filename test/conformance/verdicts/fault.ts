/** What may be done to a healthy world, so that go refuses it or does not care. */
import path from 'node:path/posix';
import type { Random } from '../random.ts';
import { nameOf, source, type Served, type World } from './world.ts';

export interface Fault {
  readonly what: string;
  /** `shape`: before go.sum is written and the vendor folder laid; `late`: after. */
  readonly when: 'shape' | 'late';
  /** Changes the world in place; false where it has nothing to work on. */
  readonly make: (world: World, random: Random) => boolean;
}

export const shape = (what: string, make: Fault['make']): Fault => ({ what, when: 'shape', make });
export const late = (what: string, make: Fault['make']): Fault => ({ what, when: 'late', make });

/** A file of a main module, as it is named from the root. */
export function inMain(world: World, random: Random, file: string): string {
  return path.join(random.pick(world.mains) ?? '.', file);
}

/** Text of a file; '' where there is none. */
export function textOf(world: World, file: string): string {
  const text = world.files.get(file) ?? '';
  return typeof text === 'string' ? text : new TextDecoder().decode(text);
}

/** False where nothing changed. */
export function edit(world: World, file: string, change: (text: string) => string): boolean {
  const before = textOf(world, file);
  const after = change(before);
  if (!world.files.has(file) || after === before) return false;
  world.files.set(file, after);
  return true;
}

/** Lines at the end of one go.mod. */
export function withLines(...lines: readonly string[]): Fault['make'] {
  return (world, random) =>
    edit(world, inMain(world, random, 'go.mod'), (text) => text + lines.map((line) => `${line}\n`).join(''));
}

/** A file more in the package of one main module. */
export function withFile(name: string, text: string | ((world: World) => string)): Fault['make'] {
  return (world, random) => {
    world.files.set(inMain(world, random, name), typeof text === 'string' ? text : text(world));
    return true;
  };
}

/** The proxy serves one more, which one go.mod requires, and imports unless `imported` is false. */
export function serve(
  world: World,
  random: Random,
  name: string,
  version: string,
  lines: string,
  more: {
    readonly imported?: boolean;
    readonly withoutZip?: true;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): Served {
  const full = `${world.host}/${name}`;
  const { files = { [`${nameOf(full)}.go`]: source(nameOf(full), []) }, imported = true, ...rest } = more;
  const one = { path: full, version, files: { 'go.mod': `module ${full}\n${lines}`, ...files }, ...rest };
  world.served.push(one);
  require(world, random, full, version, imported);
  return one;
}

/** One main module requires it, and imports its package unless `imported` is false. */
export function require(world: World, random: Random, name: string, version: string, imported = true): void {
  const dir = random.pick(world.mains) ?? '.';
  const mod = path.join(dir, 'go.mod');
  world.files.set(mod, `${textOf(world, mod)}require ${name} ${version}\n`);
  if (imported) world.files.set(path.join(dir, `uses_${nameOf(name)}.go`), source('main', [name]));
}

/** A version that one of the go.mod files requires: the whole line, and its parts. */
export function requiredLine(
  world: World,
  random: Random,
): { readonly file: string; readonly line: string; readonly path: string; readonly version: string } | undefined {
  const file = inMain(world, random, 'go.mod');
  const all = [...textOf(world, file).matchAll(/^require (\S+) (\S+)(?: \/\/ indirect)?\n/gm)];
  const [line, name, version] = random.pick(all) ?? [];
  return line === undefined || name === undefined || version === undefined
    ? undefined
    : { file, line, path: name, version };
}
