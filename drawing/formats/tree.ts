/** What a view matched as a tree of text, as `tree` draws folders: from the main modules down. */
import { row } from '../../graph/model/adjacency.ts';
import { localName, makePart, type Part } from '../../graph/view/part.ts';
import type { View } from '../../graph/view/types.ts';
import { withoutCommands } from '../../graph/written.ts';
import { printable } from '../face/printable.ts';
import { receiptWords } from '../scene/receipt.ts';
import { withThousands } from '../../graph/thousands.ts';

/** Lines of a tree: past this nobody reads it. */
export const mostTreeLines = 20_000;

interface Turn {
  readonly local: number;
  /** What stands before the children of this one. */
  readonly indent: string;
  readonly branch: string;
}

/**
 * Text with a final newline. Each module's requirements are shown once, where it stands nearest to a main module; elsewhere
 * it carries `(*)` when it has any. What main modules do not reach comes after them. Implied requirements are left out as
 * in the picture. At most mostTreeLines modules are listed; the last line says how many are not.
 */
export function toTree(view: View, title?: string): string {
  const part = partOf(view);
  const children = childrenOf(part, view.options.reduce);
  const { roots, parent } = spanning(view, part, children);
  const out: string[] = title === undefined ? [] : [printable(title), ''];
  let listed = 0;
  let left = 0;
  let repeated = false;
  const stack: (Turn & { readonly from: number })[] = roots
    .map((local) => ({ local, indent: '', branch: '', from: -1 }))
    .reverse();
  for (let turn = stack.pop(); turn !== undefined; turn = stack.pop()) {
    const { local, indent, branch, from } = turn;
    const below = children[local] ?? [];
    const here = parent[local] === from;
    if (listed >= mostTreeLines) left++;
    else {
      listed++;
      const again = !here && below.length > 0;
      repeated ||= again;
      out.push(`${branch}${printable(localName(part, local))}${again ? ' (*)' : ''}`);
    }
    if (!here) continue;
    for (let at = below.length - 1; at >= 0; at--) {
      const last = at === below.length - 1;
      stack.push({
        local: below[at] ?? -1,
        from: local,
        branch: `${indent}${last ? '└── ' : '├── '}`,
        indent: `${indent}${last ? '    ' : '│   '}`,
      });
    }
  }
  return withoutCommands([...out, ...footer(view, left, repeated), ''].join('\n'));
}

function footer(view: View, left: number, repeated: boolean): string[] {
  const words = receiptWords(view.receipt);
  const { all, implied } = view.receipt.requirements;
  const hidden = view.options.reduce && implied > 0 ? `; implied ones are left out` : '';
  return [
    ...(left === 0 ? [] : [`… and ${withThousands(left)} lines more`]),
    '',
    `${words.steps.slice(0, -1).join(' → ') || words.steps[0]}, ${withThousands(all)} requirements${hidden}.`,
    ...(repeated ? ['(*) What it requires stands where it is nearest to a main module.'] : []),
  ];
}

function partOf({ model, options, matched }: View): Part {
  const match = new Uint8Array(model.graph.size);
  for (const node of matched) match[node] = 1;
  return makePart(model, options.scope, match);
}

/** What each module requires, once each, in the order of its go.mod; without what others imply where that is hidden. */
function childrenOf(part: Part, reduce: boolean): number[][] {
  const { out, size } = part.graph;
  return Array.from({ length: size }, (_, local) => {
    const found = new Set<number>();
    const first = out.offsets[local] ?? 0;
    row(out, local).forEach((target, place) => {
      if (target !== local && !(reduce && part.implied[first + place] === 1)) found.add(target);
    });
    return [...found];
  });
}

/** Breadth first from the main modules, then from what they do not reach: where each module's requirements are shown. */
function spanning(
  view: View,
  part: Part,
  children: readonly (readonly number[])[],
): { roots: number[]; parent: Int32Array } {
  const unseen = -2;
  const parent = new Int32Array(part.graph.size).fill(unseen);
  const roots: number[] = [];
  const walk = (starts: readonly number[]): void => {
    const queue = starts.filter((local) => local !== -1 && parent[local] === unseen);
    for (const local of queue) parent[local] = -1;
    roots.push(...queue);
    for (let at = 0; at < queue.length; at++) {
      const from = queue[at] ?? -1;
      for (const child of children[from] ?? []) {
        if (parent[child] !== unseen) continue;
        parent[child] = from;
        queue.push(child);
      }
    }
  };
  const required = new Set(children.flat());
  const all = children.map((_, local) => local);
  walk(view.model.mains.map((node) => part.graph.localOf[node] ?? -1));
  walk(all.filter((local) => !required.has(local)));
  // What is left goes round in cycles that nothing on show leads to.
  for (const local of all) walk([local]);
  return { roots, parent };
}
