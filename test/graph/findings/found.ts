/** What the checks find in small graphs, and the pieces that such graphs are made of. */
import { findFindings } from '../../../graph/findings/index.ts';
import { meanings } from '../../../graph/findings/meanings.ts';
import type { Finding, FindingCode } from '../../../graph/findings/types.ts';
import type { Beside } from '../../../graph/model/beside.ts';
import type { Model } from '../../../graph/model/model.ts';
import { commandOf } from '../../../graph/remedy/steps.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Records } from '../../../graph/snapshot/records.ts';
import type { MainModule, Package, Packages, Snapshot } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';

/** The main module `m` in the root folder, which declares nothing but what is given. */
export function main(more: Partial<MainModule> = {}): MainModule {
  return { path: 'm', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [], ...more };
}

/** A finding with its remedy as one text: words, then each command that is proposed, in brackets. */
export type Told = Omit<Finding, 'remedy' | 'proposals'> & { readonly remedy: string };

export function toldOf({ proposals = [], remedy, ...finding }: Finding): Told {
  const commands = [
    ...(remedy.command === undefined ? [] : [remedy.command]),
    ...proposals.map(({ steps }) => commandOf(steps)),
  ];
  return { ...finding, remedy: [remedy.words, ...commands.map((command) => `[${command}]`)].join(' ') };
}

/** Findings of one kind. Throws where one is heavier or lighter than the table of meanings knows. */
export function found(model: Model, code: FindingCode): Told[] {
  const findings = findFindings(model).filter((one) => one.code === code);
  const odd = findings.find((one) => !meanings[code].severities.includes(one.severity));
  if (odd !== undefined) throw new Error(`the table of meanings does not know that ${code} may be ${odd.severity}`);
  return findings.map(toldOf);
}

/** What a graph is made of besides its lines. */
export interface More {
  readonly records?: Partial<Records>;
  readonly snapshot?: Partial<Snapshot>;
  readonly beside?: Beside;
}

/** The model of the lines of `go mod graph` with what else is known of them. */
export function modelWith(lines: string, { records = {}, snapshot = {}, beside }: More): Model {
  return openSnapshot({ ...modelOf(lines, records).snapshot, ...snapshot }, beside);
}

/** Packages for linux/amd64. */
export function packagesOf(packages: readonly Package[], more: Partial<Packages> = {}): Packages {
  const platform = { goos: 'linux', goarch: 'amd64', tags: [], cgo: false };
  return { platform, packages, elsewhere: [], ...more };
}
