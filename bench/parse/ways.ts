/** Three ways from the bytes of `go mod graph` to a graph in memory; each gives how many versions and requirements it has. */
import { MultiDirectedGraph } from 'graphology';
import { adjacency } from '../../graph/model/adjacency.ts';
import { ModGraphParser } from '../../parsers/mod-graph.ts';

export type Chunks = readonly Uint8Array[];
export type Way = (chunks: Chunks) => { readonly versions: number; readonly requirements: number };

/** Ours, with the rows that walks go along. */
export const modscope: Way = (chunks) => {
  const parser = new ModGraphParser();
  for (const chunk of chunks) parser.push(chunk);
  const { names, from, to } = parser.end();
  const rows = adjacency(names.length, from, to);
  return { versions: names.length, requirements: rows.targets.length };
};

interface Version {
  readonly name: string;
  readonly requires: Version[];
}

/** What one writes first: an object a version, found by its name. */
export const mapOfObjects: Way = (chunks) => {
  const versions = new Map<string, Version>();
  const named = (name: string): Version => {
    const known = versions.get(name);
    if (known !== undefined) return known;
    const version: Version = { name, requires: [] };
    versions.set(name, version);
    return version;
  };
  let requirements = 0;
  for (const [from, to] of pairs(chunks)) {
    named(from).requires.push(named(to));
    requirements++;
  }
  return { versions: versions.size, requirements };
};

/** A graph library, fed the same lines. */
export const graphology: Way = (chunks) => {
  const graph = new MultiDirectedGraph();
  for (const [from, to] of pairs(chunks)) {
    graph.mergeNode(from);
    graph.mergeNode(to);
    graph.addDirectedEdge(from, to);
  }
  return { versions: graph.order, requirements: graph.size };
};

/** The two names of each line, chunk by chunk. */
function* pairs(chunks: Chunks): Generator<readonly [string, string]> {
  const decoder = new TextDecoder();
  let rest = '';
  for (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const cut = line.indexOf(' ');
      yield [line.slice(0, cut), line.slice(cut + 1)];
    }
  }
}
