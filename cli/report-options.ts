/** The options of verbs that print a report. */
import type { InputOptions } from './input-options.ts';

export interface ReportOptions extends InputOptions {
  readonly format: 'text' | 'json' | 'plain';
  readonly json?: true;
  readonly plain?: true;
}

/** What is asked for: `--json` and `--plain` are short for `--format`. */
export function formOf({ format, json, plain }: ReportOptions): ReportOptions['format'] {
  return json === true ? 'json' : plain === true ? 'plain' : format;
}
