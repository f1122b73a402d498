/** docs/findings.md, made from the findings' own tables, their samples and the recorded modules. */
import { meanings } from '../../graph/findings/meanings.ts';
import { checks } from '../../graph/findings/registry.ts';
import type { FindingCode, Severity } from '../../graph/findings/types.ts';
import { needOptions, needWords } from '../../graph/model/known.ts';
import type { FindingSample } from '../support/finding-sample.ts';
import type { GradeCounts } from './grade-counts.ts';
import { markdownTable } from './table.ts';

const order: readonly Severity[] = ['error', 'high', 'warn', 'info'];

export function findingsPage(samples: readonly FindingSample[], counts: readonly GradeCounts[]): string {
  return `# Findings

<!-- Made from graph/findings/, samples/findings/ and samples/recorded/ by test/docs; \`npx vitest run test/docs -u\` writes it anew. -->

\`modscope findings\` lists what is worth a look, the heaviest first; \`--json\` gives \`[{code, severity, subject, evidence, remedy}]\`. Each code has a sample: a small module that shows it, and a case beside it that does not.
\`node scripts/finding-sample.mjs CODE\` lays it out with a module proxy beside it and runs modscope on it; a test does the same with the real go and runs the remedy.
A sample is one text file: what it shows in a sentence, then files by name: \`shows/\` is the module that shows it, \`not/\` the one that must not, \`proxy/\` what the module proxy serves; \`found\` is what modscope says, \`refused\` what
go refuses to do until it is mended.

A remedy is \`{words, edits?, command?, tried?, changes?}\`. There is a command only where it was tried. \`tried: "here"\`: go ran it on a copy of the tree (Go files are links there; go.mod, go.sum, go.work and vendor/modules.txt are copies),
the finding was gone, no error came, and go took the result read-only where it took what was there; what go asks for on top (\`go mod tidy\`, \`go mod vendor\`) is a part of the command. Updates, of which there may be hundreds, are tried by modscope’s own loader.
\`changes\` is what became of the build list and of the files; the words begin with what is lowered or removed. \`tried: "in tests"\`: a command that shows something or changes settings of the machine, which the test of its code runs.
Trying uses no network (a GOPROXY that names folders alone is none), unless \`--facts\` or \`--packages\` let it be used, and no more than 20 seconds, the heaviest findings first; what could not be tried is told in words, and stderr says so. Recordings have nothing to try it on.
\`npm run conformance -- --remedies\` runs each command in each sample and its neighbours (in a workspace, beside a go.mod that cannot be read, with a vendor folder, with every version retracted, with a version that exists nowhere, replaced) by the real go.

${codes(samples)}
## How rare the marks are

A path that is required at several versions is everyday in Go. It is marked (\`is:conflict\`, amber in the picture) when a version in the build list asks across a major, a v0 minor or a pre-release. The recorded modules of
samples/recorded/:

${grades(counts)}
- *marked*: what \`is:conflict\` matches, and its share of the build list. The heaviest grade stands first in \`modscope conflicts\`.
- *any asker*: what would be marked if superseded versions counted as askers, too. They do not: code that is not built cannot break.
- *untagged*: marked only because someone asks for a commit from before the first tag (\`v0.0.0-…\`), judged as v0.0.0. It stays a jump: what was written against such a commit was never tried with what is selected, unless by chance.
- *golang.org/x*: the marked ones below that path. They are v0 by their own word; \`is:conflict -golang.org/x/...\` leaves the others.

The rule is not tuned further. From 100 modules on at most one in eight is marked, and among them are those that a maintainer would want to know of: k8s.io/api, apimachinery and client-go asked for at 0.26 and
selected at 0.29 (traefik) or 0.30 (helm), docker 23 under 25, go.opentelemetry.io/otel/metric 0.31 under 1.27, google.golang.org/api 0.17 under 0.183. To leave out a path by its name, or a major by its age, would be a list to keep and not a rule.
`;
}

function codes(samples: readonly FindingSample[]): string {
  const rank = (code: FindingCode): number => order.indexOf(meanings[code].severities[0] ?? 'info');
  const all = checks
    .flatMap((check) => check.codes.map((code) => ({ code, needs: check.needs })))
    .sort((a, b) => rank(a.code) - rank(b.code));
  return markdownTable(
    ['code', 'severity', 'what it means', 'what to do, as in its sample'],
    all.map(({ code, needs }) => {
      const { severities, means, rule } = meanings[code];
      const option = needs === undefined ? undefined : needOptions[needs];
      const lacks =
        needs === undefined ? '' : `; needs ${needWords[needs]}${option === undefined ? '' : ` (\`${option}\`)`}`;
      const own = samples.filter((sample) => sample.code === code);
      const links = own.map(
        ({ name }) => `[${name.slice(code.length + 1) || 'sample'}](../samples/findings/${name}.txt)`,
      );
      return [
        `\`${code}\``,
        severities.join(', ') + (rule === undefined ? '' : ` (${rule})`),
        means + lacks,
        [...(own[0] === undefined ? [] : [remedyOf(own[0])]), links.join(' · ')].join(' '),
      ];
    }),
  );
}

/** The first remedy that the sample shows. */
function remedyOf({ found }: FindingSample): string {
  return /^ +→ (.*)$/m.exec(found)?.[1] ?? '';
}

function grades(counts: readonly GradeCounts[]): string {
  return markdownTable(
    [
      'module',
      'selected',
      'conflicts',
      'major-jump',
      'v0-jump',
      'prerelease-jump',
      'marked',
      'any asker',
      'untagged',
      'golang.org/x',
    ],
    counts.map((one) => [
      one.name,
      ...[one.selected, one.conflicts, one.majors, one.minors, one.prereleases].map(String),
      `${String(one.marked)} (${String(Math.round((100 * one.marked) / one.selected))} %)`,
      ...[one.anyAsker, one.untagged, one.ofGo].map(String),
    ]),
  );
}
