/** A recorded graph read, opened and analysed as the verbs do it, without a command line around. */
import { closeSync, openSync, readSync } from 'node:fs';
import { findConflicts, findFindings } from '../../graph/findings/index.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { scopeGraph } from '../../graph/view/scope.ts';
import { ModGraphParser } from '../../parsers/mod-graph.ts';

/** What was found in the file, in one line. */
export function analyse(file: string): string {
  const model = openSnapshot(assemble({ edges: edgesOf(file), mains: [] }));
  const selected = scopeGraph(model, 'selected').size;
  const conflicts = findConflicts(model).length;
  const findings = findFindings(model).length;
  const found = [selected, conflicts, findings].map((count) => count.toLocaleString('en'));
  return `${found[0] ?? ''} selected, ${found[1] ?? ''} conflicts, ${found[2] ?? ''} findings`;
}

function edgesOf(file: string): ReturnType<ModGraphParser['end']> {
  const parser = new ModGraphParser({ name: file, code: 'bad-input' });
  const descriptor = openSync(file, 'r');
  const chunk = new Uint8Array(1 << 16);
  for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) {
    parser.push(chunk.subarray(0, size));
  }
  closeSync(descriptor);
  return parser.end();
}
