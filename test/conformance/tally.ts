/** Counts verdicts and prints the closing lines. */
import type { Case } from './case.ts';
import type { Verdict } from './judge.ts';

export class Tally {
  readonly agreed = { module: 0, workspace: 0 };
  /** What the agreed cases come from: scripts. */
  readonly sources = new Set<string>();
  failed = 0;
  /** Reason → how many, and how many of them we refuse too. */
  private readonly skipped = new Map<string, { count: number; both: number }>();
  private readonly print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.print = print;
  }

  /** `name` begins with what it comes from, up to the first space or colon. */
  add(name: string, kind: Case['kind'], verdict: Verdict): void {
    if (verdict.kind === 'agreed') {
      this.agreed[kind]++;
      this.sources.add(/^[^ :]*/.exec(name)?.[0] ?? '');
    } else if (verdict.kind === 'differs') this.fail(`${name}: ${verdict.why}`);
    else {
      const { count, both } = this.skipped.get(verdict.reason) ?? { count: 0, both: 0 };
      this.skipped.set(verdict.reason, { count: count + 1, both: both + Number(verdict.both) });
    }
  }

  fail(why: string): void {
    this.failed++;
    this.print(why);
  }

  /** How many cases go refuses. */
  refused(): number {
    return [...this.skipped.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** How many cases were agreed on. */
  passed(): number {
    return this.agreed.module + this.agreed.workspace;
  }

  /** Prints the reasons of what go refuses, and the counts; the last line is `N passed, N failed, N skipped`. */
  close(): void {
    for (const [reason, { count, both }] of [...this.skipped].sort((a, b) => b[1].count - a[1].count)) {
      this.print(`skipped ${count}: ${reason}${both === 0 ? '' : ` (we refuse ${both} of them too)`}`);
    }
    const { module, workspace } = this.agreed;
    this.print(`${module} modules, ${workspace} workspaces`);
    this.print(`${this.passed()} passed, ${this.failed} failed, ${this.refused()} skipped`);
  }
}
