/** The options of verbs that print a report. */
import type { InputOptions } from './input-options.ts';

export interface ReportOptions extends InputOptions {
  readonly format: 'text' | 'json';
  readonly json?: true;
}

export function wantsJson(options: { readonly format?: string; readonly json?: true }): boolean {
  return options.json === true || options.format === 'json';
}
