/** Models of the recorded samples. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Model } from '../../graph/model/model.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { ModGraphParser } from '../../parsers/mod-graph.ts';

const samples = new URL('../../samples/recorded/', import.meta.url);

function read(root: URL, name: string, file: string): Buffer {
  const path = new URL(`${name}/${file}`, root);
  return existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(new URL(`${path.href}.gz`)));
}

/** The model of samples/recorded/NAME; `root` for those who run from elsewhere. */
export function recordedModel(name: string, root = samples): Model {
  const parser = new ModGraphParser();
  parser.push(read(root, name, 'graph.txt'));
  const { main } = readGoMod(read(root, name, 'go.mod').toString('utf8'));
  const listed = parseListModules(read(root, name, 'list.json').toString('utf8'));
  return openSnapshot(assemble({ edges: parser.end(), listed, mains: [main] }));
}
