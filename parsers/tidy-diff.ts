/** `go mod tidy -diff`: the require lines that it would change. */

export interface ChangedLine {
  readonly path: string;
  /** `v1.2.3`, with ` // indirect` where the line says so; absent for a line that would be added. */
  readonly is?: string;
  /** Absent for a line that would be dropped. */
  readonly becomes?: string;
}

const requireLine = /^([+-])\s*(?:require\s+)?("?)([^\s"()]+)\2\s+(v\S+)(?:\s*\/\/\s*(indirect)\b.*)?/;

/** Every changed line of the go.mod part, `-toolchain default` or `+go 1.25`, white space folded; a require line that only moves is none. */
export function goModChanges(text: string): string[] {
  const lines: string[] = [];
  let inGoMod = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('diff ')) inGoMod = /\bgo\.mod$/.test(line.trimEnd());
    if (!inGoMod || !/^[+-](?![+-])/.test(line)) continue;
    const said = line.slice(1).replace(/\s+/g, ' ').trim();
    if (said !== '' && !/^(?:\)|\w+ \()$/.test(said)) lines.push(`${line[0] ?? ''}${said}`);
  }
  const other = (line: string): string => `${line.startsWith('+') ? '-' : '+'}${line.slice(1)}`;
  return lines.filter((line) => !lines.includes(other(line)));
}

/** The changes of the go.mod part, sorted by path; lines of go.sum, and of go.mod that require nothing, are passed over. */
export function parseTidyDiff(text: string): ChangedLine[] {
  const changed = new Map<string, { is?: string; becomes?: string }>();
  let inGoMod = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('diff ')) inGoMod = /\bgo\.mod$/.test(line.trimEnd());
    if (!inGoMod || line.startsWith('+++') || line.startsWith('---')) continue;
    const [, sign, , path = '', version = '', indirect] = requireLine.exec(line) ?? [];
    if (sign === undefined) continue;
    const words = indirect === undefined ? version : `${version} // indirect`;
    const one = changed.get(path) ?? {};
    changed.set(path, one);
    if (sign === '-') one.is = words;
    else one.becomes = words;
  }
  return Array.from(changed, ([path, one]) => ({ path, ...one }))
    .filter(({ is, becomes }) => is !== becomes)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
