/** The options of `check`. */
import { Option, type Command } from 'commander';
import { columnsText } from './text/columns-text.ts';

const words = `
Exit status: 0 nothing breaks the policy, 1 something does, 2 a rule could not be judged (it says what it lacks), 3 go failed, 4 a bad file.
Without a modscope.config.json in DIR or above it, up to the top of the repository, findings of severity error and high are judged.

modscope.config.json:
  {
    "forbid": [{ "query": "github.com/pkg/errors", "reason": "fmt.Errorf wraps errors now" }],
    "allow": [{ "query": "gopkg.in/yaml.v2", "reason": "only old clients need it", "findings": ["major-coexistence"] }],
    "limits": { "direct": 40, "selected": 200 },
    "baseline": "modscope.json",
    "findings": "warn"
  }`;

/** Adds them. */
export function addCheckOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <format>', 'text, json, plain, sarif for code scanning, junit for test reports')
        .choices(['text', 'json', 'plain', 'sarif', 'junit'])
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .option('--plain', 'the same as --format plain: a breach a line, tabs between columns (see below)')
    .option('--config <file>', 'the policy (default: the nearest modscope.config.json)')
    .addOption(
      new Option(
        '--fail-on <severity>',
        'findings from this severity on are breaches, whatever the policy says',
      ).choices(['error', 'high', 'warn', 'info', 'off']),
    )
    .addHelpText('after', () => `${words}\n${columnsText('check')}`);
}
