/** Models of recorded modules. */
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { Model } from '../../graph/model/model.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { parseModGraph } from '../../parsers/mod-graph.ts';
import { recordedBytes, recordedText } from '../recorded.ts';

/** The graph and list of samples/recorded/NAME without its go.mod; `file` names another graph, which then stands without a list. */
export function recordedModel(name: string, file?: string): Model {
  const listed = file === undefined ? parseListModules(recordedText(name, 'list.json')) : [];
  return openSnapshot(assemble({ mains: [], edges: parseModGraph(recordedBytes(name, file ?? 'graph.txt')), listed }));
}

/** The model of `--sample NAME`: of a module, its go.mod with it. */
export function sampleModel(name: string): Model {
  const { main } = readGoMod(recordedText(name, 'go.mod'));
  const listed = parseListModules(recordedText(name, 'list.json'));
  return openSnapshot(assemble({ mains: [main], edges: parseModGraph(recordedBytes(name, 'graph.txt')), listed }));
}
