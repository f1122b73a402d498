/** What the benchmarks work on: models of the recorded samples. Run from the root of the checkout. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Model } from '../graph/model/model.ts';
import { assemble } from '../graph/snapshot/assemble.ts';
import { openSnapshot } from '../graph/snapshot/open.ts';
import { readGoMod } from '../parsers/go-mod-text.ts';
import { parseListModules } from '../parsers/list-modules.ts';
import { ModGraphParser } from '../parsers/mod-graph.ts';

/** The model of samples/recorded/NAME; `graph` is another recording of `go mod graph` there, without pruning. */
export function sample(name: string, graph = 'graph.txt'): Model {
  const read = (file: string): Buffer => {
    const path = `samples/recorded/${name}/${file}`;
    return existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  };
  const parser = new ModGraphParser();
  parser.push(read(graph));
  const { main } = readGoMod(read('go.mod').toString('utf8'));
  const listed = parseListModules(read('list.json').toString('utf8'));
  return openSnapshot(assemble({ edges: parser.end(), listed, mains: [main] }));
}

/** The middle one of some figures. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}
