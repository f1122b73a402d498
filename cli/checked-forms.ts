/** Flags whose values commander takes as they come: an empty file name, and two forms of output at once. */
import type { Command } from 'commander';
import { Fault } from '../graph/fault.ts';

/** Flags that name a file, a folder, a module or a pattern: empty, each would mean something that nobody typed. */
const named: ReadonlySet<string> = new Set([
  ...['snapshot', 'sample', 'graph', 'list', 'mod', 'go', 'vuln', 'output', 'check', 'config', 'compare', 'host'],
  ...['gowork', 'redact', 'hub', 'versions', 'drop', 'set', 'replace', 'exclude', 'in'],
]);

/** Throws a Fault 'usage'. */
export function checkForms(command: Command): void {
  const values = command.opts<Readonly<Record<string, unknown>>>();
  for (const option of command.options) {
    const name = option.attributeName();
    const value = values[name];
    const isEmpty = value === '' || (Array.isArray(value) && value.includes(''));
    if (isEmpty && named.has(name)) {
      throw new Fault('usage', `${option.long ?? option.flags} needs a value, and it is empty.`, {
        hint: 'A variable that is not set?',
      });
    }
  }
  const format = command.getOptionValueSource('format') === 'cli' ? values['format'] : undefined;
  const forms = [
    ...(values['json'] === true ? ['json'] : []),
    ...(values['plain'] === true ? ['plain'] : []),
    ...(typeof format === 'string' ? [format] : []),
  ];
  const [first, ...others] = [...new Set(forms)];
  if (first === undefined || others.length === 0) return;
  const words = [...(values['json'] === true ? ['--json'] : []), ...(values['plain'] === true ? ['--plain'] : [])];
  const last = typeof format === 'string' ? [`--format ${format}`] : [];
  throw new Fault('usage', `${[...words, ...last].join(' and ')} exclude one another: each says how it is printed.`);
}
