/** The text of a snapshot: JSON, LF, a final newline, one module version a line, so that `git diff` reads well. */
import { json } from '../json-text.ts';
import { type Written, written } from '../written.ts';
import type { Snapshot } from './types.ts';

/** One member a line for lists, one line for everything else. Keys keep the order in which normal() lays them. */
function* list(items: readonly unknown[]): Generator<string> {
  if (items.length === 0) {
    yield '[]';
    return;
  }
  let before = '[\n    ';
  for (const item of items) {
    yield before + json(item);
    before = ',\n    ';
  }
  yield '\n  ]';
}

/**
 * The text of a snapshot. readSnapshot(writeSnapshot(s)) equals s, and writing what was read gives the same text.
 * There is no time, no folder and no host in it; contracts of the format: docs/snapshot.schema.json.
 */
export function writeSnapshot(snapshot: Snapshot): Written {
  return written([...snapshotPieces(snapshot)].join(''));
}

/** The same text, a line or so at a time: that of a million requirements is never in memory twice. */
export function* snapshotPieces(snapshot: Snapshot): Generator<string> {
  yield `{\n  "format": ${snapshot.format}`;
  if (snapshot.work !== undefined) yield `,\n  "work": ${json(snapshot.work)}`;
  yield ',\n  "mains": ';
  yield* list(snapshot.mains);
  yield ',\n  "modules": ';
  yield* list(snapshot.modules);
  yield ',\n  "problems": ';
  yield* list(snapshot.problems);
  if (snapshot.packages !== undefined) {
    const { platform, packages, elsewhere, untold, tidy } = snapshot.packages;
    yield `,\n  "packages": {"platform": ${json(platform)}, "packages": `;
    yield* list(packages);
    yield ', "elsewhere": ';
    yield* list(elsewhere);
    if (untold !== undefined) {
      yield ', "untold": ';
      yield* list(untold);
    }
    if (tidy !== undefined) {
      yield ', "tidy": ';
      yield* list(tidy);
    }
    yield '}';
  }
  if (snapshot.facts !== undefined) {
    yield ',\n  "facts": ';
    yield* list(snapshot.facts);
  }
  if (snapshot.vulnerabilities !== undefined) {
    yield ',\n  "vulnerabilities": ';
    yield* list(snapshot.vulnerabilities);
  }
  yield '\n}\n';
}
