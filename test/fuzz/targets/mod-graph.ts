/** `go mod graph` as bytes in chunks. */
import fc from 'fast-check';
import { Fault } from '../../../graph/fault.ts';
import type { EdgeList } from '../../../graph/snapshot/records.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import { readSnapshot } from '../../../graph/snapshot/read.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import { defaultLimits, type Limits } from '../../../parsers/limits.ts';
import { ModGraphParser } from '../../../parsers/mod-graph.ts';
import type { TextSource } from '../../../parsers/source.ts';
import { inChunks } from '../inputs/chunks.ts';
import { graphs } from '../inputs/corpus.ts';
import { asBytes, damaged, dice, strungTogether } from '../inputs/edits.ts';
import { anywhere, ofGo } from '../inputs/words.ts';
import { bytesOfInput, must, mustEqual, type Input, type Target } from '../target.ts';

const texts = fc.oneof(
  { weight: 4, arbitrary: damaged(graphs, [...anywhere, ...ofGo]) },
  { weight: 2, arbitrary: strungTogether(ofGo, [' ', ' ', ' ', '\n', '\n', '\r\n', '  ', '@', '']) },
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const sources: readonly TextSource[] = [
  { name: 'go mod graph', code: 'go-output-invalid' },
  { name: 'graph.txt', code: 'bad-input' },
];
const narrow: Limits = { ...defaultLimits, bytes: 600, line: 80, names: 12, edges: 16 };

function read(chunks: Iterable<Uint8Array>, source: TextSource, limits: Limits): EdgeList | Fault {
  const parser = new ModGraphParser(source, limits);
  try {
    for (const chunk of chunks) parser.push(chunk);
    return parser.end();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

function examine(input: Input): void {
  const bytes = bytesOfInput(input);
  const [first = 0] = input.dice;
  const source = sources[first % 2]!;
  const limits = first % 8 < 2 ? narrow : defaultLimits;
  const whole = read([bytes], source, limits);
  const pieces = read(inChunks(bytes, input.dice), source, limits);
  if (whole instanceof Fault || pieces instanceof Fault) {
    must(whole instanceof Fault && pieces instanceof Fault, 'chunks change whether it is read');
    // A limit may be passed in another place.
    if (limits === defaultLimits) mustEqual(whole.toMessage(), pieces.toMessage(), 'chunks change the message');
    throw whole;
  }
  must(whole.names.length <= limits.names && whole.from.length <= limits.edges, 'a limit was passed');
  mustEqual([...whole.from], [...pieces.from], 'chunks change the requirers');
  mustEqual([...whole.to], [...pieces.to], 'chunks change the required');
  mustEqual(whole.names, pieces.names, 'chunks change the names');
  mustEqual(linesOf(whole), plainLines(bytes), 'the lines are not those of the text');
  must(new Set(whole.names).size === whole.names.length, 'a name is there twice');
  if (whole.from.length <= 200) checkSnapshot(whole);
}

function linesOf({ names, from, to }: EdgeList): string[] {
  return [...from].map((number, i) => `${names[number] ?? '?'} ${names[to[i] ?? -1] ?? '?'}`);
}

/** The slow and plain way to the same. */
function plainLines(bytes: Uint8Array): string[] {
  return new TextDecoder('utf-8')
    .decode(bytes)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line !== '');
}

function checkSnapshot(edges: EdgeList): void {
  const snapshot = assemble({ edges, mains: [] });
  const text = writeSnapshot(snapshot);
  const again = readSnapshot(text);
  mustEqual(again, snapshot, 'a snapshot that was written reads back differently');
  const { graph } = openSnapshot(again);
  must(graph.size === edges.names.length, `${graph.size} nodes of ${edges.names.length} names`);
  must(graph.out.targets.length === edges.from.length, 'requirements were lost or made');
  must(graph.in.targets.length === edges.from.length, 'requirements were lost or made, backwards');
}

export const modGraph: Target = {
  name: 'mod-graph',
  share: 20,
  inputs: fc.record({ text: asBytes(texts), dice }),
  codes: ['bad-input', 'too-large', 'go-output-invalid', 'go-output-flood'],
  examine,
};
