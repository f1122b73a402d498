/** The full text of a box, for its tooltip and for screen readers: whole paths, versions, states in words. */
import type { Model } from '../../graph/model/model.ts';
import { NodeKind } from '../../graph/model/module-graph.ts';
import { importStates } from '../../graph/packages/states.ts';
import { markOrder, type Mark } from './marks.ts';
import { printable } from './printable.ts';

/** Names in a list before `and N more`. */
const mostNames = 20;

/** `golang.org/x/net v0.23.0`; the bare path of a main module. */
function fullName(model: Model, node: number): string {
  const module = model.snapshot.modules[node];
  const path = printable(module?.path ?? '');
  return module?.version === undefined ? path : `${path} ${printable(module.version)}`;
}

/** One version with its states: `golang.org/x/net v0.23.0, indirect, passed over a major or v0 minor`. */
export function moduleTitle(model: Model, node: number, marks: readonly Mark[]): string {
  const words = [fullName(model, node), standing(model, node)];
  if (importStates(model)?.get(node) === 'unused') words.push('not imported');
  const replace = model.snapshot.modules[node]?.replace;
  for (const { glyph, state } of markOrder) {
    if (!marks.some((mark) => mark.glyph === glyph)) continue;
    const to =
      glyph === 'replaced' && replace !== undefined
        ? ` by ${printable([replace.path, replace.version ?? ''].join(' ').trim())}`
        : '';
    words.push(state + to);
  }
  return words.join(', ');
}

function standing(model: Model, node: number): string {
  if (model.graph.kind[node] === NodeKind.main) return 'main module';
  if (model.graph.selected[model.graph.pathOf[node] ?? -1] !== node) return 'superseded';
  return model.direct[node] === 1 ? 'direct' : 'indirect';
}

/** What a box of several stands for: `10 leaves: a v1, b v2, …`. */
export function listTitle(model: Model, what: string, nodes: readonly number[]): string {
  const names = nodes.slice(0, mostNames).map((node) => fullName(model, node));
  const more = nodes.length > mostNames ? ` and ${nodes.length - mostNames} more` : '';
  return `${what}: ${names.join(', ')}${more}`;
}
