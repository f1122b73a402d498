/** A snapshot in which every text that may be a stranger's is a payload. */
import { writeSnapshot } from '../../graph/snapshot/write.ts';
import type { ModuleVersion, Snapshot } from '../../graph/snapshot/types.ts';
import { payloads } from './payloads.ts';

/** Node of the module that carries payload i of the list, as the page names it. */
export function nameOf(i: number, list = payloads): string {
  const at = (n: number): string => named(list[n % list.length] ?? '');
  // Some are paths as a whole, others the end of one that is drawn with its owner.
  const path = i % 3 === 0 ? at(i) : `evil.example/${i}/${at(i)}`;
  return `${path}@${i % 2 === 0 ? `v1.${i}.0` : `v1.${i}.0-${at(i + 1)}`}`;
}

/** A snapshot with a NUL in a name is refused; in every other text there may be one. */
function named(payload: string): string {
  return payload.replaceAll('\0', '');
}

/** The text of the file. The main module carries the first payload. */
export function payloadSnapshot(list = payloads): string {
  const all = list.map((_, i) => i);
  const at = (i: number): string => list[i % list.length] ?? '';
  const name = (i: number): string => nameOf(i, list);
  const pathOf = (i: number): string => name(i).slice(0, name(i).lastIndexOf('@v1.'));
  const versionOf = (i: number): string => name(i).slice(pathOf(i).length + 1);
  const main = `example.com/${named(at(0))}`;
  const modules: ModuleVersion[] = [
    ...all.map((i): ModuleVersion => ({
      path: pathOf(i),
      version: versionOf(i),
      selected: true,
      go: at(i + 2),
      ...(i % 4 === 0
        ? { replace: { path: named(at(i + 3)), ...(i % 8 === 0 ? { version: named(at(i + 4)) } : {}) } }
        : {}),
      // A chain by tens, so that the picture has levels.
      requires: i % 10 === 9 || i + 1 >= list.length ? [] : [name(i + 1)],
    })),
    // Older versions of every fifth: conflicts on show.
    ...all
      .filter((i) => i % 5 === 0)
      .map((i): ModuleVersion => ({ path: pathOf(i), version: `v0.${i}.0-${named(at(i + 5))}` })),
    {
      path: main,
      selected: true,
      requires: all.filter((i) => i % 10 === 0).flatMap((i) => [name(i), `${pathOf(i)}@v0.${i}.0-${named(at(i + 5))}`]),
    },
  ];
  const snapshot: Snapshot = {
    format: 1,
    mains: [
      {
        path: main,
        dir: named(at(1)),
        go: at(2),
        toolchain: at(3),
        require: all
          .filter((i) => i % 10 === 0)
          .map((i) => ({
            path: pathOf(i),
            version: versionOf(i),
            ...(i % 20 === 0 ? { indirect: true as const } : {}),
          })),
        replace: all
          .filter((i) => i % 4 === 0)
          .map((i) => ({ old: { path: pathOf(i) }, new: { path: named(at(i + 3)), version: named(at(i + 4)) } })),
        exclude: all.slice(0, 40).map((i) => ({ path: pathOf(i), version: named(at(i)) })),
        retract: all.map((i) => ({ low: at(i), high: at(i), rationale: at(i) })),
        tool: all.map(at),
        ignore: all.map(at),
      },
    ],
    modules,
    problems: all.map((i) => ({
      code: ['load-error', 'checksum-mismatch', 'selection-differs', at(i)][i % 4] ?? '',
      subject: i % 2 === 0 ? name(i) : at(i),
      text: at(i),
    })),
    packages: {
      platform: { goos: at(4), goarch: at(5), tags: [at(6), at(7)], cgo: true },
      packages: all.map((i) => ({
        path: `${pathOf(i)}/x`,
        module: name(i),
        imports: [`${pathOf((i + 1) % list.length)}/x`],
        ...(i % 2 === 0 ? { error: at(i) } : {}),
        ...(i % 7 === 0 ? { root: true as const } : {}),
      })),
      elsewhere: all
        .filter((i) => i % 6 === 0)
        .map((i) => ({ module: name(i), imports: at(i), package: at(i), file: at(i), constraint: at(i) })),
      untold: all.filter((i) => i % 9 === 0).map(name),
      tidy: all.map((i) => ({ main, path: pathOf(i), is: at(i), becomes: at(i + 1) })),
    },
    facts: all.map((i) => ({
      path: pathOf(i),
      version: versionOf(i),
      time: at(i),
      retracted: [at(i)],
      deprecated: at(i + 1),
      update: at(i + 2),
    })),
    vulnerabilities: all.map((i) => ({
      id: at(i),
      aliases: [at(i)],
      summary: at(i),
      path: pathOf(i),
      version: versionOf(i),
      fixed: at(i),
      reach: 'called' as const,
    })),
  };
  return writeSnapshot(snapshot);
}
