/** Types of counts.mjs, which is JavaScript for it must run before anything is built. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export function countVitest(file: string): Counts;
export function countPlaywright(file: string): Counts;
export function closingLine(counts: readonly Counts[]): string;
export function namesVitest(file: string): string[];
export function namesPlaywright(file: string): string[];
