/** A go.mod or go.work that is being edited, and its text. */

export interface Ref {
  readonly path: string;
  readonly version: string;
}

export interface ReplaceLine {
  readonly path: string;
  /** Absent: any version. */
  readonly version?: string;
  /** `PATH VERSION`, or a folder. */
  readonly to: string;
}

export interface ModDraft {
  readonly path: string;
  /** Folder relative to the root of the case; `.` for a single module. */
  readonly dir: string;
  readonly go?: string;
  readonly toolchain?: string;
  readonly require: readonly (Ref & { readonly indirect?: boolean })[];
  readonly replace: readonly ReplaceLine[];
  readonly exclude: readonly Ref[];
}

export interface WorkDraft {
  readonly go: string;
  readonly toolchain?: string;
  readonly replace: readonly ReplaceLine[];
}

/** What one edit leads to: a module, or several in a workspace. */
export interface Draft {
  readonly mains: readonly ModDraft[];
  readonly work?: WorkDraft;
}

/** File name, relative to the root of the case → text. */
export function draftFiles({ mains, work }: Draft): Map<string, string> {
  const files = new Map(mains.map((main) => [main.dir === '.' ? 'go.mod' : `${main.dir}/go.mod`, modText(main)]));
  if (work !== undefined) {
    const use = mains.map((main) => `use ./${main.dir}`);
    files.set('go.work', joined([`go ${work.go}`, ...toolchain(work), ...use, ...work.replace.map(replaceText)]));
  }
  return files;
}

function modText(mod: ModDraft): string {
  return joined([
    `module ${mod.path}`,
    ...(mod.go === undefined ? [] : [`go ${mod.go}`]),
    ...toolchain(mod),
    ...mod.require.map((one) => `require ${one.path} ${one.version}${one.indirect === true ? ' // indirect' : ''}`),
    ...mod.exclude.map((one) => `exclude ${one.path} ${one.version}`),
    ...mod.replace.map(replaceText),
  ]);
}

function toolchain(one: { readonly toolchain?: string }): string[] {
  return one.toolchain === undefined ? [] : [`toolchain ${one.toolchain}`];
}

/** One replace line. */
export function replaceText(line: ReplaceLine): string {
  return `replace ${line.path}${line.version === undefined ? '' : ` ${line.version}`} => ${line.to}`;
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
