/** Require lines that `go mod tidy` would change, by its own words. */
import { dirOf } from '../remedy/places.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import type { UntidyLine } from '../snapshot/types.ts';
import type { Finding } from './types.ts';

/** One finding a line; it marks the selected version of what the line requires. */
export function findNotTidy({ snapshot, graph }: Model): Finding[] {
  const paths = new Map(graph.paths.map((path, p) => [path, p]));
  return (snapshot.packages?.tidy ?? []).map((line) => {
    const node = graph.selected[paths.get(line.path) ?? -1] ?? -1;
    const main = snapshot.mains.find((one) => one.path === line.main);
    return {
      code: 'not-tidy',
      severity: 'warn',
      subject: line.path,
      evidence: evidenceOf(line),
      remedy: inWords('go.mod is not tidy: its lines have to change.'),
      proposals: [
        {
          words: 'This makes go.mod tidy.',
          steps: [{ do: 'tidy', dir: dirOf(snapshot, main) }],
          refused: 'Lines of go.mod have to change, and go does not make it tidy',
        },
      ],
      nodes: node === -1 ? [] : [node],
    };
  });
}

function evidenceOf({ main, path, is, becomes }: UntidyLine): string {
  const line = `The go.mod of ${main} `;
  if (is === undefined) return `${line}lacks a line that go wants: ${path} ${becomes ?? ''}.`;
  if (becomes === undefined) return `${line}requires ${path} ${is}, and nothing needs it.`;
  return `${line}says ${path} ${is}; go would write ${becomes}.`;
}
