/** The three ways of ways.ts side by side in one run, on recorded and made-up texts. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { median } from '../samples.ts';
import { printTable } from './print-table.ts';
import { requirementChunks } from './requirements.ts';
import { graphology, mapOfObjects, modscope, type Chunks, type Way } from './ways.ts';

/** How many times as fast as the other ways ours has to be, on texts of so many lines; what takes a millisecond is shown only. */
const goals = { graphology: 10, map: 3, lines: 50_000 };

const chunkSize = 1 << 16;

/** Name, text, and how often each way reads it. */
const texts: readonly (readonly [string, () => Chunks, number])[] = [
  ['prometheus', () => recorded('prometheus', 'graph.txt'), 101],
  ['traefik, unpruned', () => recorded('traefik', 'graph-unpruned.txt'), 21],
  ['300,000 made up', () => [...requirementChunks(300_000)], 5],
  ['1,000,000 made up', () => [...requirementChunks(1_000_000)], 3],
];

/** Prints the table; gives the goals that were missed. */
export function measureSpeed(): string[] {
  const missed: string[] = [];
  const rows = texts.map(([name, make, times]) => {
    const chunks = make();
    const { requirements, versions } = agreed(name, chunks);
    const ways = [modscope, mapOfObjects, graphology];
    const runs = ways.map((): number[] => []);
    for (let run = 0; run < times; run++) ways.forEach((way, i) => runs[i]?.push(milliseconds(way, chunks)));
    const [ours = NaN, map = NaN, library = NaN] = runs.map(median);
    if (requirements >= goals.lines) {
      if (!(map / ours >= goals.map)) missed.push(`${name}: ${String(goals.map)} times a Map`);
      if (!(library / ours >= goals.graphology)) missed.push(`${name}: ${String(goals.graphology)} times graphology`);
    }
    const times3 = [ours, map, library].map((figure) => figure.toFixed(1));
    return [name, String(requirements), String(versions), ...times3, ratio(map, ours), ratio(library, ours)];
  });
  const heads = ['text', 'lines', 'versions', 'modscope ms', 'Map ms', 'graphology ms', 'Map /', 'graphology /'];
  printTable([heads, ...rows]);
  const { map, graphology: library, lines } = goals;
  console.log(
    `Medians; goals from ${String(lines)} lines: Map / ≥ ${String(map)}, graphology / ≥ ${String(library)}.\n`,
  );
  return missed;
}

/** What a text holds, on which the three have to agree: else they are not compared on the same work. */
function agreed(name: string, chunks: Chunks): ReturnType<Way> {
  const [first, ...others] = [modscope, mapOfObjects, graphology].map((way) => way(chunks));
  if (first === undefined || others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) {
    throw new Error(`${name} is read differently: ${JSON.stringify([first, ...others])}`);
  }
  return first;
}

function milliseconds(way: Way, chunks: Chunks): number {
  const start = performance.now();
  way(chunks);
  return performance.now() - start;
}

function ratio(other: number, ours: number): string {
  return (other / ours).toFixed(1);
}

function recorded(name: string, file: string): Chunks {
  const bytes = gunzipSync(readFileSync(`samples/recorded/${name}/${file}.gz`));
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) chunks.push(bytes.subarray(at, at + chunkSize));
  return chunks;
}
