/** `npm run conformance -- --vulndb DB FOLDER…`: our findings by a vulnerability database, and those of govulncheck by the same. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import type { Vulnerability } from '../../graph/snapshot/types.ts';
import { JsonStream } from '../../parsers/json-stream.ts';
import { loadFolder } from '../../server/project/load-folder.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { askVulnerabilities } from '../../server/vulndb/ask.ts';

const message = v.object({
  SBOM: v.optional(v.object({ modules: v.array(v.object({ path: v.string(), version: v.optional(v.string(), '') })) })),
  finding: v.optional(
    v.object({
      osv: v.string(),
      fixed_version: v.optional(v.string(), ''),
      trace: v.array(v.object({ module: v.string(), version: v.optional(v.string(), '') })),
    }),
  ),
});

interface Report {
  /** `path@version` of the modules that govulncheck judged; of its standard library the path alone. */
  readonly judged: ReadonlySet<string>;
  /** Module, id and fixed version, in one line each. */
  readonly found: ReadonlySet<string>;
}

/**
 * `databaseUrl` is file://…; a folder may be FOLDER:PACKAGES, the directory below it at which govulncheck looks. go.sum has to be
 * whole (`go mod download`). Prints what differs and the counts; returns how many findings differ where govulncheck judges, or 1
 * for a module that it fails on.
 */
export async function checkVulndb(
  databaseUrl: string,
  folders: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  process.env['GOVULNDB'] = databaseUrl;
  let wrong = 0;
  for (const name of folders) {
    const [dir = '', below = '.'] = name.split(':');
    const folder = path.resolve(dir);
    try {
      const theirs = await reportOf(databaseUrl, path.join(folder, below));
      const ours = await asked(folder);
      const judges = ({ path: module, version }: Vulnerability): boolean =>
        theirs.judged.has(module === 'stdlib' ? module : `${module}@${version}`);
      const own = new Set(ours.filter(judges).map(lineOf));
      const differ = [
        ...[...own].filter((line) => !theirs.found.has(line)).map((line) => `only ours: ${line}`),
        ...[...theirs.found].filter((line) => !own.has(line)).map((line) => `only govulncheck: ${line}`),
      ];
      wrong += differ.length;
      for (const line of differ) print(`${name}: ${line}`);
      const rest = ours.filter((one) => !judges(one));
      const folderOnes = rest.filter(({ unjudged }) => unjudged !== undefined).length;
      const go = rest.filter(({ path: module }) => module === 'toolchain').length;
      print(
        `${name}: govulncheck ${String(theirs.found.size)}, ours of the same modules ${String(own.size)}, different ${String(differ.length)}; ` +
          `beside these ${String(rest.length - folderOnes - go)} of modules that provide no package there, ${String(go)} of the go command, ${String(folderOnes)} that nobody can judge`,
      );
    } catch (error) {
      wrong++;
      print(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return wrong;
}

function lineOf({ path: module, id, fixed = 'none' }: Vulnerability): string {
  return `${module} ${id} fixed ${fixed}`;
}

async function asked(folder: string): Promise<readonly Vulnerability[]> {
  const { signal } = new AbortController();
  const { snapshot, fault } = await loadFolder(folder, defaultLoad, () => undefined, signal);
  if (fault !== undefined) throw fault;
  return (await askVulnerabilities(folder, defaultLoad, snapshot, () => undefined, signal)).vulnerabilities ?? [];
}

async function reportOf(database: string, folder: string): Promise<Report> {
  const args = ['-C', folder, '-scan', 'module', '-db', database, '-format', 'json'];
  const { stdout } = await promisify(execFile)('govulncheck', args, { maxBuffer: 1 << 28, encoding: 'buffer' });
  const judged = new Set<string>();
  const found = new Set<string>();
  const stream = new JsonStream({
    source: { name: 'the report', code: 'bad-input' },
    noun: 'message',
    last: () => undefined,
    onValue: (value) => {
      const { SBOM: sbom, finding } = v.parse(message, value);
      for (const { path: module, version } of sbom?.modules ?? [])
        judged.add(module === 'stdlib' ? module : `${module}@${version}`);
      const [frame] = finding?.trace ?? [];
      if (finding !== undefined && frame !== undefined) {
        found.add(
          `${frame.module} ${finding.osv} fixed ${finding.fixed_version === '' ? 'none' : finding.fixed_version}`,
        );
      }
    },
  });
  stream.push(stdout);
  stream.end();
  if (judged.size === 0) throw new Error('govulncheck failed');
  return { judged, found };
}
