/** A healthy module or workspace made by chance: packages that import each other, and a proxy with what they require. */
import { createHash } from 'node:crypto';
import { compareGoVersions } from '../../../graph/version/go-version.ts';
import { compareVersions } from '../../../graph/version/semver.ts';
import type { Random } from '../random.ts';

export interface Served {
  readonly path: string;
  readonly version: string;
  /** Name → text; its go.mod is among them, unless the proxy is to make one up. */
  readonly files: Readonly<Record<string, string>>;
  /** There is a .mod, and no zip. */
  readonly withoutZip?: true;
}

/** Faults change it in place. */
export interface World {
  /** Before every path, so that worlds share no module. */
  readonly host: string;
  /** Below the root, name → text. */
  readonly files: Map<string, string | Uint8Array>;
  /** Links below the root, name → target. */
  readonly links: Map<string, string>;
  readonly served: Served[];
  /** Of the user, over those of a go that is alone with the proxy. */
  readonly env: Map<string, string>;
  /** Folders of main modules, `.` alone where there is no workspace. */
  readonly mains: readonly string[];
  readonly isWorkspace: boolean;
  /** A vendor folder is laid by go itself once the shape is there. */
  readonly isVendored: boolean;
}

const goLines = ['1.16', '1.17', '1.20', '1.21', '1.22.0', '1.24', '1.25.0'];

/** The same random numbers give the same world; `number` keeps its paths apart from those of others. */
export function makeWorld(random: Random, number: number): World {
  const host = `w${String(number)}.test`;
  const isWorkspace = random.chance(30);
  const go = isWorkspace ? '1.25.0' : random.chance(8) ? undefined : random.pick(goLines);
  const served = servedByChance(random, host, isWorkspace ? '1.21' : (go ?? '1.16'));
  const files = new Map<string, string>();
  const mains = isWorkspace ? ['app', 'lib'].slice(0, 1 + random.below(2)) : ['.'];
  for (const dir of mains) {
    const at = dir === '.' ? '' : `${dir}/`;
    const path = `${host}/${dir === '.' ? 'main' : dir}`;
    const direct = latest(served).filter(() => random.chance(60));
    files.set(`${at}go.mod`, goModOf(path, isWorkspace ? '1.24' : go, buildList(direct, served), direct));
    files.set(`${at}main.go`, source('main', [...direct.map((one) => one.path), `${path}/inner`], 'func main() {}\n'));
    files.set(
      `${at}inner/inner.go`,
      source(
        'inner',
        direct.slice(0, 1).map((one) => one.path),
      ),
    );
    if (random.chance(30)) files.set(`${at}inner/inner_test.go`, source('inner', ['testing']));
    files.set(`${at}go.sum`, sumsOf(served));
  }
  if (isWorkspace) files.set('go.work', `go 1.25.0\n\n${mains.map((dir) => `use ./${dir}\n`).join('')}`);
  const isVendored = random.chance(20) && (go === undefined ? isWorkspace : compareGoVersions(go, '1.17') >= 0);
  return { host, files, links: new Map(), served, env: new Map(), mains, isWorkspace, isVendored };
}

/** Some modules of one or two versions, each with a package that imports those below it. */
function servedByChance(random: Random, host: string, mostGo: string): Served[] {
  const names = ['a', 'b', 'c/v2', 'd', 'e'].slice(0, 2 + random.below(4));
  const lines = goLines.filter((line) => compareGoVersions(line, mostGo) <= 0);
  const served: Served[] = [];
  for (const name of names) {
    const path = `${host}/${name}`;
    const versions = name.endsWith('/v2') ? ['v2.0.0', 'v2.1.0'] : ['v1.0.0', 'v1.1.0', 'v1.2.0-rc.1'];
    const below = latest(served).filter(() => random.chance(50));
    for (const version of versions.slice(0, 1 + random.below(versions.length))) {
      const required = below.map((one) => random.pick(served.filter(({ path: same }) => same === one.path)) ?? one);
      served.push({
        path,
        version,
        files: {
          'go.mod': goModOf(path, random.chance(20) ? undefined : random.pick(lines), required, required),
          [`${nameOf(path)}.go`]: source(
            nameOf(path),
            below.map((one) => one.path),
          ),
        },
      });
    }
  }
  return served;
}

/** The highest version of each path. */
function latest(served: readonly Served[]): Served[] {
  const highest = new Map<string, Served>();
  for (const one of served) {
    const before = highest.get(one.path);
    if (before === undefined || compareVersions(one.version, before.version) > 0) highest.set(one.path, one);
  }
  return [...highest.values()];
}

/** What the requirements of these lead to, each path at the highest version that is required. */
function buildList(direct: readonly Served[], served: readonly Served[]): Served[] {
  const met = new Set<Served>();
  const open = [...direct];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (met.has(one)) continue;
    met.add(one);
    const mod = one.files['go.mod'] ?? '';
    open.push(...served.filter(({ path, version }) => mod.includes(`require ${path} ${version}\n`)));
  }
  return latest([...met]);
}

function goModOf(
  path: string,
  go: string | undefined,
  required: readonly { readonly path: string; readonly version: string }[],
  direct: readonly { readonly path: string }[],
): string {
  const isDirect = (name: string): boolean => direct.some((one) => one.path === name);
  return [
    `module ${path}\n`,
    ...(go === undefined ? [] : [`go ${go}\n`]),
    ...required.map((one) => `require ${one.path} ${one.version}${isDirect(one.path) ? '' : ' // indirect'}\n`),
  ].join('\n');
}

/** A file of a package that imports others for nothing. */
export function source(name: string, imports: readonly string[], rest = ''): string {
  return [`package ${name}\n`, ...imports.map((one) => `import _ "${one}"`), rest].join('\n');
}

/** The last element of a path that is no major version. */
export function nameOf(path: string): string {
  return (
    path
      .split('/')
      .filter((part) => !/^v\d+$/.test(part))
      .at(-1) ?? ''
  ).replaceAll(/\W/g, '');
}

/** go.sum with both lines of each: golang.org/x/mod/sumdb/dirhash, Hash1. */
export function sumsOf(served: readonly Served[]): string {
  return served
    .flatMap(({ path, version, files }) => {
      const mod = files['go.mod'] ?? `module ${path}\n`;
      const names = Object.entries(files).map(([name, text]) => [`${path}@${version}/${name}`, text] as const);
      return [`${path} ${version} ${hashOf(names)}\n`, `${path} ${version}/go.mod ${hashOf([['go.mod', mod]])}\n`];
    })
    .join('');
}

function hashOf(files: readonly (readonly [string, string])[]): string {
  const lines = files
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}
