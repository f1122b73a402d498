/** A source that go would wait for, for ever: a FIFO, a device, or a link to one, in a checkout of strangers. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { MainModule } from '../../graph/snapshot/types.ts';
import type { Project } from './find.ts';

/** Folders that are looked at in all: kubernetes has 4,000 without its vendor folder. */
const most = 20_000;

/** Files that `go list` opens: go/build, matchFile; without those that begin with _ or a dot. */
const opened = /^[^_.].*\.(?:go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|f90|s|S|sx|swig|swigcxx)$/;

/** What `./...` passes over (cmd/go/internal/search); a vendor folder is where a build may look. */
const passedOver = /^(?:[_.].*|testdata)$/;

/** In a sentence, which file it is: of a main module, its vendor folder, or a folder that replaces a module. undefined without one. */
export function irregularSource(project: Project, mains: readonly MainModule[]): string | undefined {
  const { root, members, work } = project;
  const own = members.map(({ folder }) => folder);
  const replacing = [
    ...(work?.replace ?? []).map((one) => ({ base: root, to: one.new })),
    ...mains.flatMap((main) => main.replace.map((one) => ({ base: path.resolve(root, main.dir), to: one.new }))),
  ].flatMap(({ base, to }) => (to.version === undefined ? [path.resolve(base, to.path)] : []));
  const open = [...new Set([...own, ...(work === undefined ? [] : [path.join(root, 'vendor')]), ...replacing])];
  const tops = new Set(open);
  for (const folder of open) {
    const entries = entriesOf(folder);
    if (!tops.has(folder) && entries.some(({ name }) => name === 'go.mod')) continue;
    for (const entry of entries) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!passedOver.test(entry.name) && open.length < most) open.push(file);
      } else if (opened.test(entry.name) && !entry.isFile() && isIrregular(file)) {
        return `${path.relative(root, file)} is no regular file, and go would wait for it for ever`;
      }
    }
  }
  return undefined;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** A link to a folder, or to nothing, is go's to judge. */
function isIrregular(file: string): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}
