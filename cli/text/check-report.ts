/** What `check` found, made ready for its formats: lines of files, hints, and whether all could be looked at. */
import path from 'node:path';
import type { Needs } from '../../graph/model/known.ts';
import { needWords } from '../../graph/model/known.ts';
import type { Breach, CauseLine, Unjudged, Verdict } from '../../graph/policy/types.ts';

/** A cause with its line, from 1, where the file is at hand. */
export interface PlacedCause extends CauseLine {
  readonly line?: number;
}

export interface ReportedBreach extends Breach {
  readonly cause: readonly PlacedCause[];
}

export interface ReportedGap extends Unjudged {
  /** What is lacking, in words, and how to get it. */
  readonly why: string;
}

export interface CheckReport extends Verdict {
  readonly breaches: readonly ReportedBreach[];
  readonly unjudged: readonly ReportedGap[];
  /** The policy's file as its user names it; absent where none was found. */
  readonly config?: string;
  /** How many rules of each kind there were. */
  readonly rules: { readonly forbid: number; readonly limits: number };
  /** `15 checks, 10 not run: …` */
  readonly looked: string;
  /** Why the graph is a part of the whole; absent where it is whole. */
  readonly partial?: string;
  /** From the top of the repository to the root of the project: `` or `services/api/`. */
  readonly prefix: string;
  /** The same to the policy's file; absent where it is not in the repository. */
  readonly configUri?: string;
  /** Version of modscope. */
  readonly version: string;
}

/** Where a rule stands: `modscope.config.json:4`. */
export function ruleAt(config: string | undefined, line: number | undefined): string | undefined {
  return config === undefined || line === undefined ? undefined : `${config}:${String(line)}`;
}

/** A file of the project from the top of the repository: a member of a workspace may lie beside its go.work. */
export function fromTop(prefix: string, file: string): string {
  return path.posix.normalize(`${prefix}${file}`);
}

/** `go.mod:7 require example.com/a v1.0.0` */
export function causeText({ file, line, kind, path: module, to }: PlacedCause): string {
  return `${line === undefined ? file : `${file}:${String(line)}`} ${kind} ${module}${kind === 'replace' ? ' =>' : ''} ${to}`;
}

/** How what is lacking can be had. `recorded`: nothing can be asked of what is read. */
export function lackText(
  needs: readonly Needs[],
  { recorded, offline }: { readonly recorded: boolean; readonly offline: boolean },
): string {
  const what = needs.map((need) => needWords[need]).join(' and ');
  return `it needs ${what}. ${[...new Set(needs.map((need) => remedyFor(need, recorded, offline)))].join(' ')}`;
}

function remedyFor(need: Needs, recorded: boolean, offline: boolean): string {
  switch (need) {
    case 'vulnerabilities':
      return recorded || offline
        ? '`govulncheck -format json ./... > report.json`, then `--vuln report.json`, brings a report.'
        : 'The database could not be asked; `--vuln FILE` reads a report.';
    case 'facts':
      if (recorded) return 'A snapshot made with `--facts` has them.';
      return offline ? '`--offline` forbids to ask.' : 'They could not be had.';
    case 'packages':
    case 'tidy':
      return recorded ? 'A snapshot made with `--packages` has them.' : 'They could not be listed.';
    case 'verdict':
    case 'build':
      return recorded ? 'go is asked of a folder only, not of a recording.' : 'go could not be asked.';
    case 'sources':
    case 'go.mod':
    case 'settings':
      return 'They are known of a folder only, not of a recording.';
  }
}
