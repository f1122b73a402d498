/** How many checks ran on a model, and which could not, and why: 'nothing found' claims no more than was looked at. */
import { row } from '../model/adjacency.ts';
import { isKnown, needWords } from '../model/known.ts';
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { checks } from './registry.ts';

export interface NotRun {
  /** Finding codes. */
  readonly codes: readonly string[];
  /** What they lack, after `without`. */
  readonly lacks: string;
}

export interface Coverage {
  /** How many codes were looked for. */
  readonly run: number;
  readonly notRun: readonly NotRun[];
}

/** Checks of what go.mod declares. */
const ofDeclarations = new Set([
  'declared-below-selected',
  'version-query',
  'excluded-require',
  'replaced',
  'replace-unused',
]);

export function coverageOf(model: Model): Coverage {
  const declared = isDeclared(model);
  const byLack = new Map<string, string[]>();
  const miss = (lacks: string, codes: readonly string[]): void => {
    byLack.set(lacks, [...(byLack.get(lacks) ?? []), ...codes]);
  };
  let run = 0;
  for (const { codes, needs } of checks) {
    const unread = declared ? [] : codes.filter((code) => ofDeclarations.has(code));
    if (unread.length > 0) miss('go.mod', unread);
    if (needs !== undefined && !isKnown(model, needs)) miss(needWords[needs], codes);
    else run += codes.length - unread.length;
  }
  // The build was asked, and what only a tool needs was not: no check is left out, and none may claim it.
  if (model.beside.verdict?.tools?.state === 'not asked') miss('go’s verdict on the tools of go.mod', []);
  return { run, notRun: Array.from(byLack, ([lacks, codes]) => ({ codes, lacks })) };
}

/** `15 checks, 10 not run: without packages, facts from the network`: to stand after 'Nothing found in'. */
export function coverageText(model: Model): string {
  const { run, notRun } = coverageOf(model);
  const missed = notRun.reduce((sum, { codes }) => sum + codes.length, 0);
  const without = notRun.map(({ lacks }) => lacks).join(', ');
  if (notRun.length === 0) return `${String(run)} checks`;
  return missed === 0
    ? `${String(run)} checks, without ${without}`
    : `${String(run)} checks, ${String(missed)} not run: without ${without}`;
}

/** False for recorded `go mod graph` text alone: its main modules require something, but nothing says what go.mod declares. */
function isDeclared({ snapshot, graph, mains }: Model): boolean {
  return snapshot.mains.every((main, i) => {
    if (main.go !== undefined || main.require.length > 0 || main.replace.length > 0) return true;
    return !row(graph.out, mains[i] ?? -1).some((node) => graph.kind[node] === NodeKind.module);
  });
}
