/** docs/doctor.md, made from the table of checks. */
import { meaningOf } from '../../server/doctor/meanings.ts';
import { checks } from '../../server/doctor/registry.ts';
import { markdownTable } from './table.ts';

export function doctorPage(): string {
  const codes = checks.filter((check) => check.isWanted === undefined).flatMap((check) => check.codes);
  return `# modscope doctor

<!-- Made from server/doctor/ by test/docs; \`npx vitest run test/docs -u\` writes it anew. -->

\`modscope doctor [DIR]\` says what is wrong with go, with the module or workspace of a folder, and with the machine: what was found, why it matters, and what mends it. It works where nothing can be loaded, and where there is
no go at all. It exits 1 where an error was found, 0 otherwise (2 for a folder that is not there). \`--json\` gives

\`\`\`json
{
  "about": { "go": "/usr/local/go/bin/go", "version": "1.26.8", "root": "/home/me/project", "gowork": "off" },
  "found": [{ "code": "go-too-new", "severity": "error", "what": "…", "why": "…", "remedy": { "words": "…" } }],
  "checks": ${String(codes.length - 1)},
  "notRun": [{ "codes": ["no-network"], "why": "--offline" }],
  "untried": 1
}
\`\`\`

\`remedy\` is \`{words, edits?, command?, tried?, changes?}\` as in [findings.md](findings.md): there is a command only where it was tried, \`here\` by go on a copy of the tree or \`in tests\` for what changes this machine. When a load fails, the page has a button that asks the same (\`GET /api/doctor\`).

*error*: go or modscope cannot work so. *warn*: it works, and not as it seems. *info*: good to know.

${table()}
- Nothing of yours is changed. Whether a folder could be written is asked of the system, not tried. go runs on copies of go.mod and go.work in the folder for temporary files, which are removed.
- The network is asked one question, and only where GOPROXY begins with a proxy in the network and a go.mod requires a module of it: not with \`--offline\`. What go fetches for it goes into a module cache of its own, which is removed.
- A check that cannot look says why, and the others go on; each has 15 seconds, each program 10; whether go accepts the module may take two minutes, for the go.mod files of the whole graph may have to be fetched first. *Nothing is wrong* is said only where go has accepted it. *N checks, M not run* counts codes.
- What mends is tried with the sources that the module cache holds, and those of a GOPROXY that names folders alone (\`file://\`). Where more would have to be fetched there are words, \`untried\` counts them, and \`--facts\` lets the network be used.
- With \`--facts\` retracted, deprecated and vulnerable versions are looked for, too, and with \`--vuln FILE\` those that the report names. Updates are left to \`modscope findings --facts\`.
- Other go commands on the PATH are asked for their version, four at most; they run with GOTOOLCHAIN=local, away from any go.mod.
`;
}

function table(): string {
  return markdownTable(
    ['code', 'severity', 'what it means', 'asked of'],
    checks
      .flatMap((check) => check.codes)
      .map((code) => {
        const { severities, means, from } = meaningOf(code);
        return [`\`${code}\``, severities.join(', '), means, from];
      }),
  );
}
