/** The Go files of the main modules, and what each imports: as `go mod tidy` sees them, on every platform and with every tag. */
import { readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { compareText } from '../../graph/model/name.ts';
import type { MainModule } from '../../graph/snapshot/types.ts';
import { readGoFile } from '../../parsers/go-file.ts';
import { importPaths } from '../../parsers/go-imports.ts';
import { neverBuilt } from './file-of-use.ts';
import type { Project } from './find.ts';
import { readRegularFile } from './regular-file.ts';

export interface SourceFile {
  /** Absolute, by the name under which go opens it from the folder of its module. */
  readonly file: string;
  /** Path of its main module. */
  readonly main: string;
  /** Import path of its package. */
  readonly package: string;
  readonly imports: readonly string[];
}

/** Largest file that is read, in bytes: generated ones are long. */
export const sourceLimit = 64 << 20;

interface Found extends SourceFile {
  /** `./...` holds its folder (go help packages); another one counts where something imports it. */
  readonly listed: boolean;
}

/**
 * The files that `go mod tidy` reads in the folders of these main modules, sorted by name: those of packages that `./...` holds, and
 * of others (testdata, _x) that these import. Vendor folders and modules within are not entered, links to folders not followed
 * (cmd/go/internal/modload/search.go). A file that cannot be read is left out: go says so itself.
 */
export function mainSources({ root }: Pick<Project, 'root'>, mains: readonly MainModule[]): SourceFile[] {
  const files = mains.flatMap((main) => sourcesOf(main, path.resolve(root, main.dir)));
  const taken = new Set<string>();
  for (let more = files.filter(({ listed }) => listed); more.length > 0;) {
    for (const one of more) taken.add(one.package);
    const imported = new Set(more.flatMap(({ imports }) => imports));
    more = files.filter((one) => imported.has(one.package) && !taken.has(one.package));
  }
  return files
    .filter((one) => taken.has(one.package))
    .map(({ file, main, package: of, imports }) => ({ file, main, package: of, imports }))
    .sort((a, b) => compareText(a.file, b.file));
}

function sourcesOf(main: MainModule, root: string): Found[] {
  const found: Found[] = [];
  const open = [{ folder: root, name: '', listed: true }];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { folder, name, listed } = one;
    const entries = entriesOf(folder);
    if (name !== '' && entries.some((entry) => entry.name === 'go.mod' && entry.isFile())) continue;
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name === 'vendor' || entry.name === '.git') continue;
        const inner = name === '' ? entry.name : `${name}/${entry.name}`;
        const holds = listed && !/^[._]|^testdata$/.test(entry.name) && !isIgnored(main.ignore, inner);
        open.push({ folder: file, name: inner, listed: holds });
      } else if (/^[^_.].*\.go$/.test(entry.name) && isFile(entry, file)) {
        const imports = importsOf(file, entry.name);
        const of = name === '' ? main.path : `${main.path}/${name}`;
        if (imports !== undefined) found.push({ file, main: main.path, package: of, imports, listed });
      }
    }
  }
  return found;
}

/** An ignore line of go.mod: `./x` is that folder of the root, `x` every folder of that name (go.dev/ref/mod#go-mod-file-ignore). */
function isIgnored(ignore: readonly string[], folder: string): boolean {
  return ignore.some((line) => {
    const name = line.replace(/^\.\/|\/+$/g, '');
    return line.startsWith('./') ? folder === name : folder === name || folder.endsWith(`/${name}`);
  });
}

/** undefined for a file that go reads in no build (`ignore`), or that cannot be read. */
function importsOf(file: string, name: string): string[] | undefined {
  try {
    const source = readRegularFile(file, sourceLimit);
    const imports = importPaths(source);
    // Few files import something and are never built: the constraint is looked for in these alone.
    return imports.length > 0 && neverBuilt(readGoFile(name, source.toString('utf8')).constraint) ? undefined : imports;
  } catch {
    return undefined;
  }
}

function isFile(entry: Dirent, file: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
