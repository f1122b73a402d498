/** What the real go says of each module's packages, by commands of its own kind: `npm run conformance -- --packages`. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import type { ImportState } from '../../graph/packages/states.ts';

export interface GoStates {
  /** `path@version` of the build list → its state. */
  readonly states: ReadonlyMap<string, ImportState>;
  /** Of those elsewhere: what `go mod why -vendor` does not know, for tests of dependencies alone use it. */
  readonly byTestsOfDependencies: ReadonlySet<string>;
  /** Asks go whether a file of a package stays out of this build, or belongs to its tests. */
  readonly keepsOut: (importPath: string, file: string) => boolean;
}

/**
 * imported: `go list -deps`; test: `go list -deps -test` besides; elsewhere: `go mod why -m` besides; unused: the rest of
 * `go list -m all`. A module is read over a copy of its go.mod in `scratch`; of a workspace nothing is copied, so use a
 * checkout that may be written. Throws when go fails.
 */
export function goStates(folder: string, scratch: string): GoStates {
  const copy = mkdtempSync(path.join(scratch, 'judge-'));
  const isWork = existsSync(path.join(folder, 'go.work'));
  const modfile = isWork ? [] : [`-modfile=${path.join(copy, 'go.mod')}`];
  if (!isWork) {
    copyFileSync(path.join(folder, 'go.mod'), path.join(copy, 'go.mod'));
    if (existsSync(path.join(folder, 'go.sum'))) copyFileSync(path.join(folder, 'go.sum'), path.join(copy, 'go.sum'));
  }
  const env = {
    ...process.env,
    GOFLAGS: isWork ? '-mod=readonly' : '-mod=mod',
    GOWORK: isWork ? path.join(folder, 'go.work') : 'off',
    GOTOOLCHAIN: 'local',
  };
  const go = (verb: readonly string[], ...args: readonly string[]): string[] => {
    const ran = spawnSync('go', [...verb, ...modfile, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (ran.status !== 0) throw new Error(`go ${[...verb, ...args].join(' ')}: ${ran.stderr}`);
    return ran.stdout.split('\n').filter(Boolean);
  };
  const all = go(['list', '-m'], '-f', '{{if not .Main}}{{.Path}} {{.Version}}{{end}}', 'all');
  const roots = isWork ? go(['list', '-m'], '-f', '{{.Dir}}/...') : ['./...'];
  const modules = '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}';
  const built = new Set(go(['list'], '-e', '-deps', '-f', modules, ...roots));
  const tested = new Set(go(['list'], '-e', '-deps', '-test', '-f', modules, ...roots));
  const rest = all.filter((name) => !tested.has(name));
  const needed = whyOf(rest);
  const vendored = whyOf(rest, '-vendor');
  function whyOf(names: readonly string[], ...flags: readonly string[]): Set<string> {
    const known = new Set<string>();
    if (names.length === 0) return known;
    const why = go(['mod', 'why', '-m', ...flags], ...names.map((name) => name.split(' ')[0] ?? ''));
    why.forEach((line, i) => {
      if (line.startsWith('# ') && why[i + 1]?.startsWith('(') !== true) known.add(line.slice(2));
    });
    return known;
  }
  const stateOf = (name: string): ImportState => {
    if (built.has(name)) return 'imported';
    if (tested.has(name)) return 'test';
    return needed.has(name.split(' ')[0] ?? '') ? 'elsewhere' : 'unused';
  };
  const files = '{{join .IgnoredGoFiles "\\n"}}\n{{join .TestGoFiles "\\n"}}\n{{join .XTestGoFiles "\\n"}}';
  return {
    states: new Map(all.map((name) => [name.replace(' ', '@'), stateOf(name)])),
    byTestsOfDependencies: new Set([...needed].filter((name) => !vendored.has(name))),
    keepsOut: (importPath, file) => go(['list'], '-e', '-f', files, importPath).includes(file),
  };
}
