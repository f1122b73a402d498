/** What go refuses, as findings: one a cause, with everyone in it who needs what is lacking. */
import type { Model } from '../../model/model.ts';
import type { LeftOutModule, RefusalCode } from '../../model/verdict.ts';
import { splitName } from '../../model/name.ts';
import { declaredBelow } from '../declared-below-selected.ts';
import type { Problem } from '../../snapshot/types.ts';
import type { Finding, FindingCode } from '../types.ts';
import { causes } from './causes.ts';
import type { Told } from './telling.ts';
import { refusedOf, type Refused } from './collect.ts';
import { findGoLineTooLow } from './go-line.ts';
import { nodesOf } from './requirers.ts';
import { findSpellings } from './spelling.ts';
import { isSpelledOtherwise } from './case.ts';
import { leftOut, leftOutFor } from './left-out.ts';
import { excludedPaths } from '../excluded.ts';
import { queriedPaths } from '../version-query.ts';
import { isLostWith, isUpdateTold } from './updates.ts';
import { withUnknown, type WithUnknown } from './unknown.ts';
import { isPlaceholder, memberOf, placeholders, unpublishedMember } from './unpublished.ts';

/** Of these codes all that go refuses has one cause, or one for each of what `key` says. */
const together: Readonly<Partial<Record<RefusalCode, (refused: Refused) => string>>> = {
  'go-sum-missing': () => 'go.sum',
  'vendor-out-of-step': () => 'vendor',
  // One host that does not answer, or wants a key, is one cause.
  'module-unreachable': ({ subject }) => subject.split('/')[0] ?? subject,
};

/** Told of packages by checks that need them, with more than go's first words. */
const byPackages: ReadonlySet<RefusalCode> = new Set(['ambiguous-import', 'import-cycle']);

/** Everything that go refuses of the graph or of a build; `codes` picks from it. Each finding once. */
export function findRefused(model: Model, codes: ReadonlySet<FindingCode>): Finding[] {
  return allOf(model).findings.filter(({ code }) => codes.has(code));
}

/** Problems of the load that are told with what go refuses. */
export function toldWithRefused(model: Model): ReadonlySet<Problem> {
  return allOf(model).folded;
}

const known = new WeakMap<Model, WithUnknown>();

function allOf(model: Model): WithUnknown {
  const before = known.get(model);
  if (before !== undefined) return before;
  const goLine = findGoLineTooLow(model);
  const collisions: Refused[] = [];
  const nowhere: Refused[] = [];
  const found: Finding[] = [];
  const outside = new Map<LeftOutModule, Refused[]>();
  const groups = new Map<string, [Refused, ...Refused[]]>();
  const all = refusedOf(model);
  const told = toldBefore(model, all);
  for (const refused of all) {
    if (told.has(refused)) continue;
    const { code, subject } = refused;
    // A proxy may say 403 of what does not exist.
    const notHad = code === 'version-missing' || code === 'module-unreachable';
    const member = notHad ? memberOf(model, subject) : undefined;
    const left = model.snapshot.work === undefined ? undefined : leftOutFor(model, refused);
    if (left !== undefined) outside.set(left, [...(outside.get(left) ?? []), refused]);
    else if (member !== undefined) found.push(unpublishedMember(refused, member, model));
    else if (notHad && isPlaceholder(subject)) nowhere.push(refused);
    else if (code === 'case-collision') collisions.push(refused);
    else if (!isToldElsewhere(model, refused, goLine)) {
      const key = `${code} ${together[code]?.(refused) ?? subject}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [refused]);
      else group.push(refused);
    }
  }
  for (const [key, group] of groups) {
    const [first] = group;
    const { sumFile } = model.beside.verdict ?? {};
    const name =
      first.code === 'go-sum-missing' && sumFile !== undefined
        ? sumFile
        : together[first.code] === undefined
          ? first.subject
          : key.slice(first.code.length + 1);
    found.push({
      code: first.code,
      severity: group.every(({ builds }) => builds) ? 'warn' : 'error',
      subject: group.length === 1 && first.code === 'module-unreachable' ? first.subject : name,
      ...asBuilt(causes[first.code](group, model), model),
      nodes: nodesOf(
        model,
        group.map(({ subject }) => subject),
      ),
    });
  }
  for (const [module, lacking] of outside) found.push(leftOut(module, lacking, model));
  const whole = withUnknown(
    [...found, ...placeholders(nowhere, model), ...goLine, ...findSpellings(model, collisions)],
    model,
  );
  known.set(model, whole);
  return whole;
}

/** With a word where only the graph is refused: from a vendor folder a build is another matter, which its severity says. */
function asBuilt(told: Told, { beside: { verdict } }: Model): Told {
  if (verdict?.mode !== 'readonly' || verdict.build.state !== 'accepted') return told;
  return { ...told, evidence: `${told.evidence} A build still works.` };
}

const cannotBeHad: ReadonlySet<RefusalCode> = new Set(['version-missing', 'module-unreachable', 'path-mismatch']);

/** What follows from another refusal: it is told with its cause. */
function toldBefore(model: Model, all: readonly Refused[]): ReadonlySet<Refused> {
  const lost = all.filter(
    ({ code, subject }) => cannotBeHad.has(code) && (code !== 'path-mismatch' || subject.includes('@')),
  );
  const names = new Set(lost.map(({ subject }) => subject));
  const paths = [...lost.map(({ subject }) => splitName(subject).path), ...queriedPaths(model)];
  const isOf = (name: string, path: string): boolean => name === path || name.startsWith(`${path}/`);
  return new Set(
    all.filter((one) => {
      // The load names no module: which go comes to first is another one each time.
      if (one.code === 'checksum-mismatch' && one.subject === 'go.sum')
        return all.some(({ code, subject }) => code === one.code && subject !== one.subject);
      // No sum can be had of what cannot be had itself.
      if (one.code === 'go-sum-missing')
        return names.has(one.subject) || (!one.subject.includes('@') && paths.some((path) => isOf(one.subject, path)));
      if (one.code === 'package-missing')
        return (
          lost.some(({ subject }) => isSpelledOtherwise(one.subject, subject)) ||
          isLostWith(model, one.subject, excludedPaths(model))
        );
      // One line of go.mod, asked for twice: of its go.mod, and of its source.
      return names.has(one.subject) && lost.findIndex(({ subject }) => subject === one.subject) < lost.indexOf(one);
    }),
  );
}

/** What a finding of its own says with its cause. */
function isToldElsewhere(model: Model, { code, subject, ofTool }: Refused, goLine: readonly Finding[]): boolean {
  if (code === 'updates-needed' && subject === 'go.mod') {
    const isDeclared = model.snapshot.work === undefined && declaredBelow(model).length > 0;
    return goLine.length > 0 || isDeclared || isUpdateTold(model, [...queriedPaths(model), ...excludedPaths(model)]);
  }
  if (code === 'workspace-use-repeated') return true;
  return byPackages.has(code) && ofTool !== true && model.snapshot.packages !== undefined;
}
