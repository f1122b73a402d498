/** `--fail-on`: the rules by which a diff fails, and what breaks them. */
import type { Diff } from '../../graph/diff/types.ts';
import { Fault } from '../../graph/fault.ts';
import type { Severity } from '../../graph/findings/types.ts';
import { joinName } from '../../graph/model/name.ts';
import { nearest } from '../../graph/nearest.ts';
import { counted, listed } from '../../drawing/words/counted.ts';

const words = ['added', 'removed', 'raised', 'lowered', 'major', 'direct', 'replaced'] as const;
const severities: readonly Severity[] = ['error', 'high', 'warn', 'info'];

export type Rule =
  | { readonly kind: (typeof words)[number] }
  | { readonly kind: 'new'; readonly severity: Severity }
  | { readonly kind: 'count'; readonly most: number };

/** Rules separated by commas. Throws a Fault 'usage' with the nearest word for one that is not known. */
export function readRules(text: string): Rule[] {
  return text.split(',').map((part) => readRule(part.trim()));
}

function readRule(text: string): Rule {
  const word = words.find((one) => one === text);
  if (word !== undefined) return { kind: word };
  const [kind, value = ''] = text.split(':');
  const severity = severities.find((one) => one === value);
  if (kind === 'new' && severity !== undefined) return { kind, severity };
  if (kind === 'count' && /^\d{1,9}$/.test(value)) return { kind, most: Number(value) };
  const [near] = nearest(text, [...words, ...severities.map((one) => `new:${one}`), 'count:0']);
  throw new Fault('usage', `--fail-on knows no rule "${text}".`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}The rules: ${words.join(', ')}, new:${severities.join('|')}, count:N.`,
  });
}

/** How many examples a sentence names. */
const named = 3;

/** A sentence for each rule that the diff breaks. `direct`: paths that main modules require without `// indirect`, before and after. */
export function broken(
  rules: readonly Rule[],
  diff: Diff,
  direct: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> },
): string[] {
  return rules.flatMap((rule) => {
    const sentence = breach(rule, diff, direct);
    return sentence === undefined ? [] : [sentence];
  });
}

function breach(
  rule: Rule,
  diff: Diff,
  direct: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> },
): string | undefined {
  const { added, removed, changed, findings } = diff;
  const name = ({ path, version }: { readonly path: string; readonly version?: string }): string =>
    joinName(path, version);
  const step = ({ path, from, to }: Diff['changed'][number]): string => `${path} ${from} → ${to}`;
  switch (rule.kind) {
    case 'added':
      return sentence('added', 'added', added.map(name));
    case 'removed':
      return sentence('removed', 'removed', removed.map(name));
    case 'raised':
    case 'lowered':
      return sentence(rule.kind, rule.kind, changed.filter(({ direction }) => direction === rule.kind).map(step));
    case 'major':
      return sentence('major', 'moved to another major version', majors(diff));
    case 'replaced':
      return sentence(
        'replaced',
        'replaced by something else',
        changed.filter((one) => one.replaceFrom !== undefined || one.replaceTo !== undefined).map(({ path }) => path),
      );
    case 'direct': {
      const { before, after } = direct;
      const moved = [...after]
        .filter((path) => !before.has(path))
        .concat([...before].filter((path) => !after.has(path)));
      return sentence('direct', 'required directly on one side only', moved.sort());
    }
    case 'new': {
      const heavy = new Set(severities.slice(0, severities.indexOf(rule.severity) + 1));
      const found = findings.new.filter(({ severity }) => heavy.has(severity));
      if (found.length === 0) return undefined;
      const list = listed(
        found.map(({ code, subject }) => `${code} ${subject}`),
        named,
      );
      return `--fail-on new:${rule.severity}: ${counted(found.length, 'new finding')}: ${list}.`;
    }
    case 'count': {
      const count = added.length + removed.length + changed.length;
      return count > rule.most
        ? `--fail-on count:${String(rule.most)}: ${counted(count, 'module')} of the build list changed.`
        : undefined;
    }
  }
}

function sentence(rule: string, what: string, items: readonly string[]): string | undefined {
  if (items.length === 0) return undefined;
  return `--fail-on ${rule}: ${counted(items.length, 'module')} ${what}: ${listed(items, named)}.`;
}

/** Versions of one path with another first number, and paths that came or went beside another major of theirs. */
function majors({ added, removed, changed }: Diff): string[] {
  const major = (version: string): string => /^v(\d+)\./.exec(version)?.[1] ?? '';
  const steps = changed
    .filter(({ from, to }) => from !== '' && to !== '' && major(from) !== major(to))
    .map(({ path, from, to }) => `${path} ${from} → ${to}`);
  const gone = new Set(removed.map(({ path }) => withoutMajor(path)));
  const kept = new Set(changed.map(({ path }) => withoutMajor(path)));
  const come = added
    .filter(({ path }) => gone.has(withoutMajor(path)) || kept.has(withoutMajor(path)))
    .map(({ path, version }) => joinName(path, version));
  return [...steps, ...come];
}

/** https://go.dev/ref/mod#major-version-suffixes, gopkg.in's too. */
function withoutMajor(path: string): string {
  return path.startsWith('gopkg.in/') ? path.replace(/\.v\d+$/, '') : path.replace(/\/v\d+$/, '');
}
