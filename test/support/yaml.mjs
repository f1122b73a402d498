/** YAML as plain values, by the parser that formats ours: maps, lists and texts, without anchors and without types. */
import { parsers } from 'prettier/plugins/yaml';

/** Throws for a text that is not YAML, and for a key that stands twice. */
export function readYaml(text) {
  return valueOf(parsers.yaml.parse(text));
}

function valueOf(node) {
  if (!node) return null;
  const { type, value, children = [] } = node;
  switch (type) {
    case 'plain':
    case 'quoteDouble':
    case 'quoteSingle':
    case 'blockLiteral':
    case 'blockFolded':
      return value;
    case 'mapping':
    case 'flowMapping':
      return mapOf(children.map((item) => item.children.map(valueOf)));
    case 'sequence':
    case 'flowSequence':
      return children.map(valueOf);
    case 'null':
      return null;
    case 'root':
    case 'document':
    case 'documentBody':
    case 'mappingKey':
    case 'mappingValue':
    case 'sequenceItem':
    case 'flowSequenceItem':
      return valueOf(children.filter((child) => child?.type !== 'documentHead' && child?.type !== 'comment')[0]);
    default:
      throw new Error(`no rule for YAML's ${type}`);
  }
}

function mapOf(pairs) {
  const keys = pairs.map(([key]) => key);
  if (new Set(keys).size < keys.length) throw new Error(`a key stands twice: ${keys.join(', ')}`);
  return Object.fromEntries(pairs);
}
