/** What go lacks is in a folder below go.work that it does not use: one finding for each such folder. */
import type { LeftOutModule } from '../../model/verdict.ts';
import type { Model } from '../../model/model.ts';
import { splitName } from '../../model/name.ts';
import type { Proposal } from '../../remedy/proposal.ts';
import type { Step } from '../../remedy/steps.ts';
import { inWords } from '../../remedy/words.ts';
import type { Finding } from '../types.ts';
import type { Refused } from './collect.ts';
import { nameList } from './name-list.ts';
import { nodesOf, requirersOf } from './requirers.ts';

/** The module that would provide what is lacking: the longest path that fits. */
export function leftOutFor({ beside: { verdict } }: Model, { code, subject }: Refused): LeftOutModule | undefined {
  const isPackage = code === 'package-missing';
  if (!isPackage && code !== 'version-missing' && code !== 'module-unreachable') return undefined;
  const { path } = splitName(subject);
  // A folder that has no such package would bring nothing.
  const fits = (one: LeftOutModule): boolean =>
    isPackage
      ? one.packages.includes(path) && (path === one.path || path.startsWith(`${one.path}/`))
      : path === one.path;
  return (verdict?.leftOut ?? []).filter(fits).sort((a, b) => b.path.length - a.path.length)[0];
}

/** `all` are what go lacks of it: there is always a first. */
export function leftOut({ path, dir }: LeftOutModule, all: readonly Refused[], model: Model): Finding {
  const versions = all.filter(({ code }) => code !== 'package-missing').map(({ subject }) => subject);
  const packages = all.filter(({ code }) => code === 'package-missing').map(({ subject }) => subject);
  const by = [...new Set(all.flatMap((one) => [...(one.by ?? []), ...requirersOf(model, one.subject)]))];
  const use: Step = { do: 'use', folders: [`./${dir}`] };
  const alone: Proposal = { words: 'This adds the folder to go.work.', steps: [use] };
  const [first, ...others] = versions.map((name) => ({
    kind: 'replace' as const,
    old: splitName(name),
    new: { path: `./${dir}` },
    file: 'go.work',
  }));
  return {
    code: 'workspace-left-out',
    severity: 'error',
    subject: path,
    evidence: `go.work does not use ./${dir}, which is the module ${path}, and go lacks ${nameList([...versions, ...packages.filter((name) => name !== path || versions.length === 0)])}${by.length === 0 ? '' : ` (needed by ${nameList(by)})`}.`,
    remedy: inWords('Add the folder to go.work.'),
    proposals:
      first === undefined
        ? [alone]
        : [
            alone,
            // A version that was never published is looked for all the same.
            {
              words: 'This adds the folder to go.work, and makes it stand for the version that is required.',
              steps: [use, { do: 'edit', edits: [first, ...others] }],
            },
          ],
    nodes: nodesOf(model, versions),
  };
}

/** The module that stands in the folder to which a path of a main module leads, under another path of its own. */
export function nestedAt({ beside: { verdict } }: Model, name: string): LeftOutModule | undefined {
  return (verdict?.leftOut ?? []).find(
    ({ path, packages }) => packages.includes(name) && name !== path && !name.startsWith(`${path}/`),
  );
}
