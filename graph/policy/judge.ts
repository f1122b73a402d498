/** A policy held against a model: what breaks it, what could not be judged, and which exceptions nothing needs any more. */
import { findFindings } from '../findings/index.ts';
import type { Finding, Severity } from '../findings/types.ts';
import { isKnown, type Needs } from '../model/known.ts';
import type { Model } from '../model/model.ts';
import { questionNames, unansweredOf } from '../model/verdict.ts';
import { nodeName } from '../model/module-graph.ts';
import { splitName } from '../model/name.ts';
import { matchRule, needsOfQuery } from '../query/index.ts';
import { openSnapshot } from '../snapshot/open.ts';
import type { Snapshot } from '../snapshot/types.ts';
import type { Scope } from '../view/types.ts';
import { againstBaseline } from './baseline.ts';
import { countWords } from './counts.ts';
import { forbidden } from './forbidden.ts';
import { overLimit } from './limits.ts';
import type { Allowed, Breach, Policy, Threshold, Unjudged, Verdict } from './types.ts';
import { Ways } from './ways.ts';

const severities: readonly Severity[] = ['error', 'high', 'warn', 'info'];

/** Without a word of the policy: what is broken, or known to be dangerous. */
const usual: Threshold = 'high';
/** Nobody is surprised by a new one who sees it in the change that brings it. */
const usualForNew: Threshold = 'warn';

/** What a policy asks for beyond the graph, so that it can be loaded before it is judged. */
export function needsOfPolicy({ forbid, allow, limits }: Policy): Set<Needs> {
  const words = limits.flatMap(({ word }) => needsOfWord(word));
  return new Set([...[...forbid, ...allow].flatMap(({ query }) => [...needsOfQuery(query)]), ...words]);
}

/**
 * Every breach of the policy; `base` is the snapshot that it names as its baseline. Where the policy names no severity,
 * findings count from `high` on, and those that are new against the baseline from `warn` on. A rule that needs what the
 * model does not know is among `unjudged`, and an exception that does is not made.
 */
export function judge(model: Model, policy: Policy, base?: Snapshot): Verdict {
  const ways = new Ways(model);
  const lacking = (needs: Iterable<Needs>): Needs[] => [...needs].filter((need) => !isKnown(model, need));
  const unjudged: Unjudged[] = [];
  const breaches: Breach[] = [];
  const judgeable: Allowed[] = [];
  for (const line of policy.allow) {
    const needs = lacking(needsOfQuery(line.query));
    if (needs.length > 0) unjudged.push({ kind: 'allow', rule: line.query, line: line.line, needs });
    else judgeable.push(line);
  }
  const exceptions = new Exceptions(model, judgeable);
  for (const rule of policy.forbid) {
    const needs = lacking(needsOfQuery(rule.query));
    if (needs.length > 0) unjudged.push({ kind: 'forbid', rule: rule.query, line: rule.line, needs });
    else breaches.push(...forbidden(model, rule, ways, exceptions.ofNode.bind(exceptions)));
  }
  const before = base === undefined ? undefined : openSnapshot(base);
  for (const limit of policy.limits) {
    const needs = lacking(needsOfWord(limit.word));
    const breach = needs.length > 0 ? undefined : overLimit(model, limit, ways, before);
    if (needs.length > 0) unjudged.push({ kind: 'limit', rule: limit.word, line: limit.line, needs });
    else if (breach !== undefined) breaches.push(breach);
  }
  const found = findings(model, policy, base, ways, exceptions);
  if (policy.findings !== 'off') unjudged.push(...unanswered(model));
  return {
    breaches: [...breaches, ...found.breaches],
    unjudged,
    findings: policy.findings ?? (base === undefined ? usual : usualForNew),
    known: found.known,
    allowed: exceptions.made,
    idle: exceptions.idle,
    notes: found.notes,
  };
}

/** Nothing follows from what go did not say: no finding is no all-clear then. */
function unanswered({ beside: { verdict } }: Model): Unjudged[] {
  if (verdict === undefined) return [];
  return unansweredOf(verdict).map(({ question, why }) => ({
    kind: 'finding',
    rule: questionNames[question],
    needs: [question === 'graph' ? 'verdict' : 'build'],
    why,
  }));
}

function needsOfWord(word: string): Needs[] {
  const need = countWords.find((one) => one.word === word)?.needs;
  return need === undefined ? [] : [need];
}

function findings(
  model: Model,
  policy: Policy,
  base: Snapshot | undefined,
  ways: Ways,
  exceptions: Exceptions,
): { readonly breaches: Breach[]; readonly known: number; readonly notes: readonly string[] } {
  if (policy.findings === 'off') return { breaches: [], known: 0, notes: [] };
  const against = base === undefined ? undefined : againstBaseline(model, base);
  const breaches: Breach[] = [];
  let known = 0;
  for (const finding of findFindings(model)) {
    const standing = against?.standing(finding) ?? 'untold';
    const from = policy.findings ?? (standing === 'untold' ? usual : usualForNew);
    if (!isAtLeast(finding.severity, from)) continue;
    if (standing === 'known') known++;
    else if (!exceptions.ofFinding(finding)) breaches.push(breachOf(model, finding, ways, standing === 'new'));
  }
  return { breaches, known, notes: against?.notes ?? [] };
}

function isAtLeast(severity: Severity, threshold: Threshold): boolean {
  return threshold !== 'off' && severities.indexOf(severity) <= severities.indexOf(threshold);
}

function breachOf(model: Model, finding: Finding, ways: Ways, isNew: boolean): Breach {
  const { code, severity, subject, evidence, remedy, nodes } = finding;
  const node = nodes.find((one) => nodeName(model.graph, one) === subject) ?? nodes[0];
  const replaces = code === 'replaced' || code === 'replace-unused' ? ways.replacesOf(splitName(subject).path) : [];
  return {
    kind: 'finding',
    rule: code,
    severity,
    subject,
    message: isNew ? `New against the baseline: ${evidence}` : evidence,
    path: node === undefined ? [] : ways.wayTo(node),
    cause: replaces.length > 0 || node === undefined ? replaces : ways.linesTo(node),
    remedy,
  };
}

/** The lines of `allow`, and what they were needed for. */
class Exceptions {
  readonly #model: Model;
  readonly #lines: readonly Allowed[];
  readonly #matches = new Map<string, Uint8Array>();
  readonly #needed = new Set<Allowed>();
  made = 0;

  constructor(model: Model, lines: readonly Allowed[]) {
    this.#model = model;
    this.#lines = lines;
  }

  ofNode(node: number, scope: Scope): boolean {
    return this.#made(this.#lines.filter((one) => one.findings === undefined && this.#match(one, scope)[node] === 1));
  }

  /** One of its modules matches: of two majors side by side it is enough to name one. */
  ofFinding({ code, nodes }: Finding): boolean {
    return this.#made(
      this.#lines.filter(
        (one) => one.findings?.includes(code) === true && nodes.some((node) => this.#match(one, 'all')[node] === 1),
      ),
    );
  }

  get idle(): Allowed[] {
    return this.#lines.filter((one) => !this.#needed.has(one));
  }

  #made(by: readonly Allowed[]): boolean {
    for (const one of by) this.#needed.add(one);
    if (by.length > 0) this.made++;
    return by.length > 0;
  }

  #match({ query }: Allowed, scope: Scope): Uint8Array {
    const key = `${scope} ${query}`;
    const known = this.#matches.get(key);
    if (known !== undefined) return known;
    const match = matchRule(this.#model, scope, query);
    this.#matches.set(key, match);
    return match;
  }
}
