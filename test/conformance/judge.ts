/** Holds one case against the real go: the printed graph byte for byte, and the build list by both of our ways. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadModuleGraph } from '../../graph/load/load.ts';
import type { LoadInput, LoadResult } from '../../graph/load/types.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { joinName } from '../../graph/model/name.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { parseModGraph } from '../../parsers/mod-graph.ts';
import type { Case } from './case.ts';
import { loadInput } from './declared.ts';
import { reasonOf } from './reasons.ts';
import type { GoRun, RealGo } from './real-go.ts';

export type Verdict =
  | { readonly kind: 'agreed' }
  | { readonly kind: 'differs'; readonly why: string }
  /** go refuses; `both`: and so do we. */
  | { readonly kind: 'refused'; readonly reason: string; readonly both: boolean };

/** Where one loads what the other refuses, or loads it differently: why. */
export function disagreement(verdict: Verdict): string | undefined {
  if (verdict.kind === 'differs') return verdict.why;
  return verdict.kind === 'refused' && !verdict.both ? `we load it, but ${verdict.reason}` : undefined;
}

/** Runs `go mod graph` and `go list -m all` on a case. Changes none of its files. */
export function judge(one: Case, go: RealGo): Verdict {
  const printed = runGo(one, go, ['mod', 'graph']);
  const ours = load(one, go);
  if (printed.status !== 0) {
    const both = typeof ours === 'string' || ours.result.missing.length + ours.result.refused.length > 0;
    return { kind: 'refused', reason: `go mod graph fails: ${reasonOf(printed.stderr)}`, both };
  }
  if (typeof ours === 'string') return { kind: 'differs', why: `go reads it, we do not: ${ours}` };
  if (ours.result.refused.length > 0)
    return { kind: 'differs', why: `go loads it, we refuse: ${ours.result.refused.join('; ')}` };
  const lines = linesOf(ours.result);
  if (lines !== printed.stdout) {
    const missing = ours.result.missing.map(({ path: name, version }) => joinName(name, version)).join(', ');
    const why = `the loader prints another graph (missing: ${missing || 'none'})`;
    return { kind: 'differs', why: `${why}\n${difference(printed.stdout, lines)}` };
  }
  const listed = runGo(one, go, ['list', '-m', '-e', '-json', 'all']);
  if (listed.status !== 0)
    return { kind: 'refused', reason: `go list -m fails: ${reasonOf(listed.stderr)}`, both: false };
  const wanted = parseListModules(listed.stdout)
    .map((module) => joinName(module.path, module.main === true ? '' : module.version))
    .sort();
  const lists = {
    'the graph selects': selectedOf(printed.stdout, ours.input),
    'the loader selects': [...ours.result.buildList].map(([name, version]) => joinName(name, version)).sort(),
  };
  for (const [who, list] of Object.entries(lists)) {
    if (list.join('\n') !== wanted.join('\n'))
      return { kind: 'differs', why: `${who} another build list\n${difference(wanted.join('\n'), list.join('\n'))}` };
  }
  return { kind: 'agreed' };
}

function load(one: Case, go: RealGo): { input: LoadInput; result: LoadResult } | string {
  try {
    const input = loadInput(one, go.proxies);
    return { input, result: loadModuleGraph(input) };
  } catch (error) {
    return String(error);
  }
}

/** The build list by our parser and our selection: the highest version of each path in go's own graph. */
function selectedOf(printed: string, { mains }: LoadInput): string[] {
  const { graph } = openSnapshot(assemble({ edges: parseModGraph(printed), mains }));
  return [...graph.selected]
    .filter((node) => node !== -1)
    .map((node) => nodeName(graph, node))
    .sort();
}

/** A graph as `go mod graph` prints it. */
function linesOf({ edges }: LoadResult): string {
  const name = (at: number | undefined): string => edges.names[at ?? -1] ?? '';
  return Array.from(edges.from, (from, i) => `${name(from)} ${name(edges.to[i])}\n`).join('');
}

/** go may write go.mod, go.sum and go.work.sum: what they were is put back. */
function runGo(one: Case, go: RealGo, args: readonly string[]): GoRun {
  const [verb = '', ...rest] = args;
  const sums = one.kind === 'module' ? one.modfile.replace(/\.mod$/, '.sum') : `${one.gowork}.sum`;
  const kept = [sums, one.kind === 'module' ? one.modfile : one.gowork].map((file) => ({
    file,
    text: existsSync(file) ? readFileSync(file) : undefined,
  }));
  try {
    if (one.kind === 'workspace')
      return go.run(one.folder, args, { GOWORK: one.gowork, GOFLAGS: '-mod=readonly -modcacherw' });
    const isOwn = one.modfile === path.join(one.folder, 'go.mod');
    const flag = isOwn ? [] : [`-modfile=${one.modfile}`];
    const whole = verb === 'mod' ? [verb, rest[0] ?? '', ...flag, ...rest.slice(1)] : [verb, ...flag, ...rest];
    return go.run(one.folder, whole, { GOWORK: 'off', GOFLAGS: '-mod=mod -modcacherw' });
  } finally {
    for (const { file, text } of kept) {
      if (text === undefined) rmSync(file, { force: true });
      else writeFileSync(file, text);
    }
  }
}

/** The first line in which two texts differ. */
function difference(wanted: string, got: string): string {
  const [a, b] = [wanted.split('\n'), got.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  const place = at === -1 ? a.length : at;
  return `  line ${place + 1}: go says ${JSON.stringify(a[place] ?? '')}, we say ${JSON.stringify(b[place] ?? '')}`;
}
