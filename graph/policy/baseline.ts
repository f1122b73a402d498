/** Which findings are new against a baseline, and which the baseline can say nothing of. */
import { diffSnapshots } from '../diff/diff.ts';
import { findFindings } from '../findings/index.ts';
import type { Finding } from '../findings/types.ts';
import type { Model } from '../model/model.ts';
import { openSnapshot } from '../snapshot/open.ts';
import type { Packages, Snapshot } from '../snapshot/types.ts';

export interface Against {
  /** `known`: the baseline has it · `new`: it has not · `untold`: it is about what no snapshot compares. */
  readonly standing: (finding: Pick<Finding, 'code' | 'subject' | 'evidence'>) => 'known' | 'new' | 'untold';
  /** What the two could not be compared in. */
  readonly notes: readonly string[];
}

/** Facts from the network, reports of govulncheck and settings of a machine are compared by nothing (diff.ts). */
export function againstBaseline(model: Model, base: Snapshot): Against {
  const why = packagesDiffer(model.snapshot.packages, base.packages);
  const keep = why === undefined;
  const head = keep ? model.snapshot : withoutPackages(model.snapshot);
  const { findings } = diffSnapshots(keep ? base : withoutPackages(base), head);
  const fresh = new Set(findings.new.map(keyOf));
  const { facts: _facts, vulnerabilities: _vulnerabilities, ...graph } = head;
  const compared = new Set(findFindings(openSnapshot(graph)).map(keyOf));
  return {
    standing: (finding) => {
      const key = keyOf(finding);
      return !compared.has(key) ? 'untold' : fresh.has(key) ? 'new' : 'known';
    },
    notes: why === undefined ? [] : [why],
  };
}

function keyOf({ code, subject, evidence }: Pick<Finding, 'code' | 'subject' | 'evidence'>): string {
  return JSON.stringify([code, subject, evidence]);
}

function withoutPackages({ packages: _packages, ...rest }: Snapshot): Snapshot {
  return rest;
}

function packagesDiffer(head: Packages | undefined, base: Packages | undefined): string | undefined {
  if (head === undefined && base === undefined) return undefined;
  if (head === undefined) return 'The baseline has packages, and here they are not known: they are not compared.';
  if (base === undefined)
    return 'The baseline has no packages (`modscope snapshot --packages`): they are not compared.';
  const [here, there] = [platformOf(head), platformOf(base)];
  if (here === there) return undefined;
  return `The packages of the baseline are those of ${there}, these of ${here}: they are not compared.`;
}

function platformOf({ platform: { goos, goarch, tags, cgo } }: Packages): string {
  return [`${goos}/${goarch}`, ...tags.map((tag) => `-tags ${tag}`), cgo ? 'with cgo' : 'without cgo'].join(' ');
}
