/** Types of judge.mjs, which is JavaScript for scripts run it unbundled. */
export interface Entry {
  readonly file: string;
  readonly line: string;
  readonly mutator: string;
  readonly from: string;
  readonly to: string;
  readonly nth?: number;
  readonly reason?: string;
}
export interface Judged {
  readonly mutants: number;
  readonly killed: number;
  readonly ignored: number;
  readonly equivalent: number;
  readonly survivors: readonly (Entry & { readonly at: number })[];
  readonly score: number;
  readonly errors: readonly string[];
}
export function judge(report: object, listed: readonly Entry[]): Judged;
export function scoreOf(killed: number, all: number): number;
