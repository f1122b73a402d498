/** What the network said of the versions in the build list, joined to their nodes. */
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { joinName } from '../model/name.ts';
import type { ModuleFact } from '../snapshot/types.ts';
import { oncePerModel } from './once.ts';

export interface Told {
  readonly fact: ModuleFact;
  readonly node: number;
  /** `path@version` */
  readonly name: string;
}

/** Facts of selected versions, in the order of the nodes; those of other versions mark nothing. */
export const selectedFacts = oncePerModel(({ snapshot, graph }: Model): readonly Told[] => {
  const facts = new Map((snapshot.facts ?? []).map((fact) => [joinName(fact.path, fact.version), fact]));
  return [...graph.selected].flatMap((node): Told[] => {
    if (node === -1) return [];
    const name = nodeName(graph, node);
    const fact = facts.get(name);
    return fact === undefined ? [] : [{ fact, node, name }];
  });
});

/** Longest piece of a stranger's words in a sentence, in characters. */
const longest = 240;

/** A stranger's words on one line, shortened, without a full stop at their end: the sentence they stand in has one. */
export function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(/\.+$/, '');
  const characters = Array.from(line);
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line;
}
