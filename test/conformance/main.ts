/** `npm run conformance`: our loader and selection against the real go, on every module graph of go's own test data. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadModuleGraph } from '../../graph/load/load.ts';
import type { GoModFile } from '../../graph/load/types.ts';
import { joinName } from '../../graph/model/name.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { MainModule, ModuleRef, Workspace } from '../../graph/snapshot/types.ts';
import { readDependencyGoMod } from '../../parsers/go-mod-lax.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { parseModGraph } from '../../parsers/mod-graph.ts';
import { layProxy, layScripts, type Script } from './go-testdata.ts';

/** Fewer than these is a failure: the go command's test data shrank, or we stopped reading it. */
const leastModules = 263;
const leastWorkspaces = 43;

const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();
const scratch = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-conformance-')));
const proxy = path.join(scratch, 'proxy');
const env = {
  ...process.env,
  GOPROXY: pathToFileURL(proxy).href,
  GOSUMDB: 'off',
  GONOSUMDB: '',
  GOPRIVATE: '',
  GOVCS: '*:off',
  GOTOOLCHAIN: 'local',
  GO111MODULE: 'on',
  GOMODCACHE: path.join(scratch, 'cache'),
  GOFLAGS: '-modcacherw',
};

interface Case {
  readonly name: string;
  readonly folder: string;
  readonly gowork: string;
  readonly modfile?: string;
}

const counts = { modules: 0, workspaces: 0, passed: 0, failed: 0 };
const skipped = new Map<string, number>();

function skip(reason: string): void {
  skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
}

function go(one: Case, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const flags = one.modfile === undefined ? [] : [`-modfile=${one.modfile}`];
  const [verb = '', ...rest] = args;
  const whole = verb === 'mod' ? [verb, rest[0] ?? '', ...flags, ...rest.slice(1)] : [verb, ...flags, ...rest];
  const mode = one.gowork === 'off' ? '-mod=mod' : '-mod=readonly';
  return spawnSync('go', whole, {
    cwd: one.folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...env, GOWORK: one.gowork, GOFLAGS: `${mode} -modcacherw` },
  });
}

/** A go.mod as the loader wants it; one that is not there, or cannot be read, is not known. */
function modFile(file: string): GoModFile | undefined {
  return existsSync(file) ? readDependencyGoMod(readFileSync(file, 'utf8')) : undefined;
}

function escaped(text: string): string {
  return text.replace(/[A-Z]/g, (capital) => `!${capital.toLowerCase()}`);
}

function check(one: Case): void {
  const printed = go(one, ['mod', 'graph']);
  if (printed.status !== 0) {
    skip(`go mod graph fails: ${reasonOf(printed.stderr)}`);
    return;
  }
  let mains: MainModule[];
  let work: Workspace | undefined;
  try {
    if (one.gowork === 'off') {
      mains = [readGoMod(readFileSync(one.modfile ?? path.join(one.folder, 'go.mod'), 'utf8')).main];
    } else {
      work = readGoWork(readFileSync(one.gowork, 'utf8'));
      mains = work.use.map(
        (dir) =>
          readGoMod(readFileSync(path.resolve(path.dirname(one.gowork), dir, 'go.mod'), 'utf8'), 'go.mod', dir).main,
      );
    }
  } catch (error) {
    fail(one, `go reads it, we do not: ${String(error)}`);
    return;
  }
  const root = one.gowork === 'off' ? one.folder : path.dirname(one.gowork);
  const goMod = (actual: ModuleRef, of: MainModule | undefined): GoModFile | undefined =>
    actual.version === undefined
      ? modFile(path.resolve(root, one.gowork === 'off' ? '.' : (of?.dir ?? '.'), actual.path, 'go.mod'))
      : modFile(path.join(proxy, escaped(actual.path), '@v', `${escaped(actual.version)}.mod`));
  const ours = loadModuleGraph({ mains, goMod, ...(work === undefined ? {} : { work }) });
  const lines = Array.from(
    ours.edges.from,
    (from, i) => `${ours.edges.names[from] ?? ''} ${ours.edges.names[ours.edges.to[i] ?? -1] ?? ''}\n`,
  ).join('');
  if (lines !== printed.stdout) {
    fail(
      one,
      `the loader prints another graph (missing: ${ours.missing.map((module) => joinName(module.path, module.version)).join(', ') || 'none'})\n${difference(printed.stdout, lines)}`,
    );
    return;
  }
  const listed = go(one, ['list', '-m', '-e', '-json', 'all']);
  if (listed.status !== 0) {
    skip(`go list -m fails: ${reasonOf(listed.stderr)}`);
    return;
  }
  const wanted = parseListModules(listed.stdout)
    .map((module) => joinName(module.path, module.main === true ? '' : module.version))
    .sort();
  const model = openSnapshot(assemble({ edges: parseModGraph(printed.stdout), mains }));
  const selected = [...model.graph.selected].filter((node) => node !== -1).map((node) => nodeName(model.graph, node));
  const loaded = [...ours.buildList].map(([modulePath, version]) => joinName(modulePath, version));
  if (selected.sort().join() !== wanted.join())
    fail(one, `the graph selects another build list\n${difference(wanted.join('\n'), selected.join('\n'))}`);
  else if (loaded.sort().join() !== wanted.join())
    fail(one, `the loader selects another build list\n${difference(wanted.join('\n'), loaded.join('\n'))}`);
  else {
    counts.passed++;
    if (one.gowork === 'off') counts.modules++;
    else counts.workspaces++;
  }
}

function fail(one: Case, why: string): void {
  counts.failed++;
  console.log(`${one.name}: ${why}`);
}

function reasonOf(stderr: string): string {
  const words = stderr.trim().split('\n').at(-1) ?? '';
  const known = [
    'updates to go.mod needed',
    'no such file',
    'unknown revision',
    'invalid',
    'errors parsing',
    'replaced',
    'requires go',
    'not found',
    'no modules',
    'is excluded',
    'malformed',
    'missing',
  ];
  return known.find((one) => stderr.includes(one)) ?? words.slice(0, 60);
}

/** The first lines in which two texts differ. */
function difference(wanted: string, got: string): string {
  const [a, b] = [wanted.split('\n'), got.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  const place = at === -1 ? a.length : at;
  return `  line ${String(place + 1)}: go says ${JSON.stringify(a[place] ?? '')}, we say ${JSON.stringify(b[place] ?? '')}`;
}

function casesOf(script: Script): Case[] {
  const modules = script.modules.map((file): Case => {
    const base = path.basename(file);
    const folder = path.join(script.folder, path.dirname(file));
    if (base === 'go.mod') return { name: `${script.name} ${file}`, folder, gowork: 'off' };
    const modfile = path.join(scratch, 'modfiles', script.name, `${file.replaceAll('/', '_')}.mod`);
    mkdirSync(path.dirname(modfile), { recursive: true });
    copyFileSync(path.join(script.folder, file), modfile);
    return { name: `${script.name} ${file}`, folder, gowork: 'off', modfile };
  });
  const workspaces = script.workspaces.map((file): Case => {
    const gowork = path.join(script.folder, file);
    return { name: `${script.name} ${file}`, folder: path.dirname(gowork), gowork };
  });
  return [...modules, ...workspaces].filter((one) => {
    const isModule = one.gowork === 'off' && one.modfile !== undefined;
    if (!isModule || existsSync(path.join(one.folder, 'go.mod'))) return true;
    skip('a spare go.mod in a folder without one');
    return false;
  });
}

layProxy(goroot, proxy);
const only = process.argv.slice(2);
for (const script of layScripts(goroot, path.join(scratch, 'scripts'))) {
  if (only.length > 0 && !only.some((word) => script.name.includes(word))) continue;
  for (const one of casesOf(script)) check(one);
}
rmSync(scratch, { recursive: true, force: true });

const enough = only.length > 0 || (counts.modules >= leastModules && counts.workspaces >= leastWorkspaces);
if (!enough) {
  counts.failed++;
  console.log(
    `only ${String(counts.modules)} modules and ${String(counts.workspaces)} workspaces were run; ${String(leastModules)} and ${String(leastWorkspaces)} are the least`,
  );
}
let skips = 0;
for (const [reason, count] of [...skipped].sort((a, b) => b[1] - a[1])) {
  console.log(`skipped ${String(count)}: ${reason}`);
  skips += count;
}
console.log(`${String(counts.modules)} modules, ${String(counts.workspaces)} workspaces`);
console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed, ${String(skips)} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;
