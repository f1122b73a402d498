/** docs/exit-status.md, made from cli/exit.ts. */
import { exit, statusOf, statusOfSignal } from '../../cli/exit.ts';
import type { FaultCode } from '../../graph/fault.ts';
import { endingSignals } from '../../server/process/at-end.ts';
import { markdownTable } from './table.ts';

const meanings: Readonly<Record<keyof typeof exit, string>> = {
  fine: 'done; of `check`, `diff --fail-on`, `export --check`, `doctor` and the like: nothing is against it',
  failed:
    'what was asked for does not hold: `check` found a breach, `diff --fail-on` a change of that kind, `export --check` and `snapshot --check` a stale file, `doctor` an error; `why`, `versions` and `what-if` were asked about a module that is not there, `what-if --get` about what go refuses, `what-if --patch` has none that go made',
  usage:
    'the words typed: an unknown verb, flag or module, an edit with no place to go, a file that is not replaced without `--force`; of `check` alone: no breach, and a rule that could not be judged',
  go: 'go failed, was stopped, is missing or too old; reports still print what is known without it',
  badInput:
    'a file cannot be read as what it should be: go.mod, go.work, a recording, a snapshot, a policy; or there is no go.mod',
  defect: 'a mistake of modscope itself',
  cannotWrite: 'a file, a folder for temporary files or the output cannot be written',
};

/** A row a code keeps the page whole: the type checker asks for each. */
const faults: Readonly<Record<FaultCode, true>> = {
  usage: true,
  'bad-input': true,
  'no-module': true,
  'not-found': true,
  'port-taken': true,
  'go-missing': true,
  'go-not-executable': true,
  'go-too-old': true,
  'go-too-new': true,
  'go-failed': true,
  'go-killed': true,
  'go-timeout': true,
  'go-output-invalid': true,
  'go-output-flood': true,
  'checksum-mismatch': true,
  'too-large': true,
  unauthorized: true,
  'write-failed': true,
  cancelled: true,
  defect: true,
};

/** Status → the codes of `--json` and of the server that end with it. */
function codesOf(status: number): string {
  return (Object.keys(faults) as FaultCode[])
    .filter((code) => statusOf(code) === status)
    .map((code) => `\`${code}\``)
    .join(', ');
}

export function exitPage(): string {
  const rows = (Object.keys(exit) as (keyof typeof exit)[])
    .map((name) => [String(exit[name]), meanings[name], codesOf(exit[name])])
    .sort(([a = ''], [b = '']) => Number(a) - Number(b));
  const signals = endingSignals.map((signal) => [
    String(statusOfSignal(signal)),
    `ended by ${signal}, after the children were ended and scratch folders removed`,
    codesOf(statusOfSignal(signal)),
  ]);
  return `# Exit statuses

<!-- Made from cli/exit.ts by test/docs; \`npx vitest run test/docs -u\` writes it anew. -->

What a script can tell apart. Data goes to stdout, talk to stderr; a status other than 0 has its reason on stderr, but for 1, whose reason is the report itself.

${markdownTable(
  ['status', 'what it means', 'codes of faults'],
  [...rows, ...signals].sort(([a = ''], [b = '']) => Number(a) - Number(b)),
)}
A verb that shows what is known though go failed prints it and exits 3 (\`list\`, \`findings\`, \`check\`, …). \`findings\` exits 0 whatever it finds: \`check\` is the verb that judges. A reader that goes away (\`| head\`) is no failure.
`;
}
