/** Settings of go on this machine that cannot work together (https://go.dev/ref/mod#private-modules). */
import { withThousands } from '../../graph/thousands.ts';
import { existsSync } from 'node:fs';
import { compareText, joinName } from '../../graph/model/name.ts';
import type { Problem, Snapshot } from '../../graph/snapshot/types.ts';
import { isToolchainPath } from '../../graph/version/go-version.ts';
import type { GoEnv } from '../process/go-env.ts';
import type { Project } from './find.ts';
import { sumFilesOf } from './mod-file.ts';
import { readRegularFile } from './regular-file.ts';

/** Proxies that know public modules only, so that the public checksum database knows all that they serve. */
const publicProxies: ReadonlySet<string> = new Set([
  'proxy.golang.org',
  'goproxy.io',
  'goproxy.cn',
  'mirrors.aliyun.com',
  'proxy.golang.com.cn',
]);

/** Names of the public database (cmd/go/internal/modfetch/key.go and sumdb.go). */
const publicDatabases: ReadonlySet<string> = new Set(['sum.golang.org', 'sum.golang.google.cn']);

/** Modules that a sentence names. */
const mostNamed = 3;

type Settings = Pick<GoEnv, 'GOPROXY' | 'GOSUMDB' | 'GONOPROXY' | 'GONOSUMDB'>;

/**
 * One problem a setting, code proxy-settings, the setting as its subject. `env` is the user's own; GONOPROXY and GONOSUMDB
 * hold GOPRIVATE where they are not set (cmd/go/internal/cfg). No address is repeated: it may hold a password.
 */
export function settingsOf(env: Settings, missingSums: readonly string[]): Problem[] {
  return [privateProxy(env), ...uncovered(env), unreached(env), offWithoutSums(env, missingSums)].filter(
    (problem) => problem !== undefined,
  );
}

function problem(subject: string, text: string): Problem {
  return { code: 'proxy-settings', subject, text };
}

function isPublicDatabase({ GOSUMDB }: Settings): boolean {
  return publicDatabases.has(GOSUMDB.split(/[+\s]/)[0] ?? '');
}

/** Addresses, `direct` and `off`; `|` falls back on any error, `,` on 404 and 410 only. */
function proxiesOf({ GOPROXY }: Pick<Settings, 'GOPROXY'>): string[] {
  return GOPROXY.split(/[,|]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Modules come out of folders alone (`file://`): to fetch one is no use of the network. */
export function isFolderProxy(env: Pick<Settings, 'GOPROXY' | 'GONOPROXY'>): boolean {
  const all = proxiesOf(env);
  const folders = all.filter((entry) => entry.startsWith('file:'));
  const isPast = env.GONOPROXY !== '' && env.GONOPROXY !== 'none';
  return folders.length > 0 && !isPast && all.every((entry) => entry === 'off' || folders.includes(entry));
}

function privateProxy(env: Settings): Problem | undefined {
  if (!isPublicDatabase(env) || env.GONOSUMDB !== '') return undefined;
  const own = proxiesOf(env).find((entry) => /^[a-z]+:/i.test(entry) && !publicProxies.has(hostOf(entry)));
  if (own === undefined) return undefined;
  return problem(
    'GONOSUMDB',
    'GOPROXY names a proxy of your own, GOSUMDB is the public checksum database, and GONOSUMDB and GOPRIVATE are empty: a module that only your proxy knows cannot be checked, and its path is sent to the public database.',
  );
}

/** Fetched past the proxy, as private, and yet looked up in a database that cannot know them. */
function uncovered(env: Settings): Problem[] {
  if (!isPublicDatabase(env)) return [];
  const exempt = patternsOf(env.GONOSUMDB);
  const open = patternsOf(env.GONOPROXY).filter((pattern) => pattern !== 'none' && !covers(exempt, pattern));
  if (open.length === 0) return [];
  return [
    problem(
      'GONOSUMDB',
      `GONOPROXY has ${open.join(', ')}, which GONOSUMDB lacks: go fetches such modules past the proxy, and then asks the public checksum database for them, which does not know private ones.`,
    ),
  ];
}

/** modfetch/proxy.go, proxyList: nothing after `off` or `direct` is asked. */
function unreached(env: Settings): Problem | undefined {
  const entries = proxiesOf(env);
  const last = entries.findIndex((entry) => entry === 'off' || entry === 'direct');
  if (last === -1 || last === entries.length - 1) return undefined;
  return problem('GOPROXY', `GOPROXY has entries after \`${entries[last] ?? ''}\`: go never asks them.`);
}

function offWithoutSums(env: Settings, missing: readonly string[]): Problem | undefined {
  if (proxiesOf(env)[0] !== 'off' || missing.length === 0) return undefined;
  const names = missing.slice(0, mostNamed).join(', ');
  const more = missing.length > mostNamed ? ` and ${withThousands(missing.length - mostNamed)} more` : '';
  return problem(
    'GOPROXY',
    `GOPROXY=off, and go.sum lacks the go.mod hash of modules that the graph reads: ${names}${more}. A build cannot add them without the network.`,
  );
}

function patternsOf(list: string): string[] {
  return list
    .split(',')
    .map((pattern) => pattern.trim().replace(/\/+$/, ''))
    .filter((pattern) => pattern !== '');
}

/** golang.org/x/mod/module MatchPrefixPatterns: whether a list such as GONOPROXY holds a module. */
export function isIn(list: string, module: string): boolean {
  return covers(patternsOf(list), module);
}

/** The same rule, of a pattern instead of a path: each element as path.Match has it. */
function covers(patterns: readonly string[], wanted: string): boolean {
  const elements = wanted.split('/');
  return patterns.some((pattern) => {
    const own = pattern.split('/');
    return own.length <= elements.length && own.every((glob, i) => matches(glob, elements[i] ?? ''));
  });
}

function matches(glob: string, text: string): boolean {
  if (glob === text) return true;
  const form = glob
    .replace(/[.+^${}()|\\]/g, String.raw`\$&`)
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  try {
    return new RegExp(`^${form}$`).test(text);
  } catch {
    return false;
  }
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return '';
  }
}

/** `path@version` of versions whose requirements are in the graph, so that their go.mod was read, without a hash in go.sum. */
export function missingSumsOf(project: Project, { modules }: Snapshot): string[] {
  const known = sumsOf(project);
  return modules.flatMap(({ path: module, version, requires = [], replace }) =>
    version === undefined ||
    isToolchainPath(module) ||
    requires.length === 0 ||
    replace !== undefined ||
    known.has(`${module} ${version}/go.mod`)
      ? []
      : [joinName(module, version)],
  );
}

/** Paths in `sums` (see sumsOf) that no version of the graph has, sorted, each with its versions. */
export function leftInSums(sums: ReadonlySet<string>, { modules }: Snapshot): { path: string; versions: string[] }[] {
  const known = new Set(modules.map((one) => one.path));
  const left = new Map<string, Set<string>>();
  for (const line of sums) {
    const [module = '', version = ''] = line.replace(/\/go\.mod$/, '').split(' ');
    if (!/^v\d/.test(version) || known.has(module)) continue;
    left.set(module, (left.get(module) ?? new Set()).add(version));
  }
  return Array.from(left, ([module, versions]) => ({ path: module, versions: [...versions] })).sort((a, b) =>
    compareText(a.path, b.path),
  );
}

/** The first two words of each line of the go.sum files, go.work.sum too: `path version` and `path version/go.mod`. */
export function sumsOf(project: Project): ReadonlySet<string> {
  return new Set(sumFilesOf(project).flatMap(sumLines));
}

function sumLines(file: string): string[] {
  if (!existsSync(file)) return [];
  try {
    return readRegularFile(file, 256 << 20)
      .toString('utf8')
      .split('\n')
      .map((line) => line.split(' ').slice(0, 2).join(' '));
  } catch {
    return [];
  }
}
