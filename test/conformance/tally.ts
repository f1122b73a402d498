/** Counts verdicts and prints the closing lines. */
import type { Case } from './case.ts';
import type { Verdict } from './judge.ts';

export class Tally {
  readonly agreed = { module: 0, workspace: 0 };
  failed = 0;
  /** Reason → how many. */
  readonly skipped = new Map<string, number>();
  private readonly print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.print = print;
  }

  add(one: Case, verdict: Verdict): void {
    if (verdict.kind === 'agreed') this.agreed[one.kind]++;
    else if (verdict.kind === 'differs') this.fail(`${one.name}: ${verdict.why}`);
    else this.skip(verdict.reason);
  }

  skip(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  fail(why: string): void {
    this.failed++;
    this.print(why);
  }

  /** Prints reasons and counts; the last line is `N passed, N failed, N skipped`. */
  close(): void {
    let skips = 0;
    for (const [reason, count] of [...this.skipped].sort((a, b) => b[1] - a[1])) {
      this.print(`skipped ${count}: ${reason}`);
      skips += count;
    }
    const { module, workspace } = this.agreed;
    this.print(`${module} modules, ${workspace} workspaces`);
    this.print(`${module + workspace} passed, ${this.failed} failed, ${skips} skipped`);
  }
}
