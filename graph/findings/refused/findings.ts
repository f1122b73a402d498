/** What go refuses, as findings: one a cause, with everyone in it who needs what is lacking. */
import type { Model } from '../../model/model.ts';
import type { RefusalCode } from '../../model/verdict.ts';
import { declaredBelow } from '../declared-below-selected.ts';
import type { Finding, FindingCode } from '../types.ts';
import { causes } from './causes.ts';
import { refusedOf, type Refused } from './collect.ts';
import { findGoLineTooLow } from './go-line.ts';
import { nodesOf } from './requirers.ts';
import { findSpellings } from './spelling.ts';
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
  return allOf(model).filter(({ code }) => codes.has(code));
}

const known = new WeakMap<Model, readonly Finding[]>();

function allOf(model: Model): readonly Finding[] {
  const before = known.get(model);
  if (before !== undefined) return before;
  const goLine = findGoLineTooLow(model);
  const collisions: Refused[] = [];
  const nowhere: Refused[] = [];
  const found: Finding[] = [];
  const groups = new Map<string, [Refused, ...Refused[]]>();
  for (const refused of refusedOf(model)) {
    const { code, subject } = refused;
    // A proxy may say 403 of what does not exist.
    const notHad = code === 'version-missing' || code === 'module-unreachable';
    const member = notHad ? memberOf(model, subject) : undefined;
    if (member !== undefined) found.push(unpublishedMember(refused, member, model));
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
    const name = together[first.code] === undefined ? first.subject : key.slice(first.code.length + 1);
    found.push({
      code: first.code,
      severity: group.every(({ builds }) => builds) ? 'warn' : 'error',
      subject: group.length === 1 && first.code === 'module-unreachable' ? first.subject : name,
      ...causes[first.code](group, model),
      nodes: nodesOf(
        model,
        group.map(({ subject }) => subject),
      ),
    });
  }
  const all = [...found, ...placeholders(nowhere, model), ...goLine, ...findSpellings(model, collisions)];
  known.set(model, all);
  return all;
}

/** What a finding of its own says with its cause. */
function isToldElsewhere(model: Model, { code, subject }: Refused, goLine: readonly Finding[]): boolean {
  if (code === 'updates-needed' && subject === 'go.mod') {
    return goLine.length > 0 || (model.snapshot.work === undefined && declaredBelow(model).length > 0);
  }
  if (code === 'workspace-use-repeated') return true;
  return byPackages.has(code) && model.snapshot.packages !== undefined;
}
