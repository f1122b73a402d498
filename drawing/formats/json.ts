/** A view as data: its boxes with their members, its lines, its receipt. */
import { json } from '../../graph/json-text.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import type { Box, Line, View } from '../../graph/view/types.ts';
import { parseRecord } from './record.ts';

/** JSON text, two spaces deep, with a final newline; `record` is kept as `modscope`. Ends of lines are ids of boxes; members are `path@version`. */
export function toJson(view: View, record?: string): string {
  const { scope, query, closeCycles, reduce, foldLeaves, collapse, limit, open } = view.options;
  const { receipt } = view;
  const made = record === undefined ? undefined : parseRecord(record);
  const data = {
    ...(made === undefined ? {} : { modscope: made }),
    options: { scope, query, closeCycles, reduce, foldLeaves, collapse, limit, open },
    ...part(view, view.boxes, view.lines),
    receipt,
  };
  return `${json(data, 2)}\n`;
}

interface JsonBox {
  readonly id: string;
  readonly kind: Box['kind'];
  /** Fewest requirements from a main module; absent without a way in. */
  readonly steps?: number;
  readonly members: readonly string[];
  /** Import path of a package. */
  readonly package?: string;
  readonly inside?: JsonPart;
}

interface JsonPart {
  readonly boxes: readonly JsonBox[];
  readonly lines: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: Line['kind'];
    readonly requirements: number;
  }[];
}

/** Frames are one deep: what is inside a frame is never opened. */
function part(view: View, boxes: readonly Box[], lines: readonly Line[], outer = true): JsonPart {
  return {
    boxes: boxes.map((box) => ({
      id: box.id,
      kind: box.kind,
      ...(box.steps === -1 ? {} : { steps: box.steps }),
      members: box.nodes.map((node) => nodeName(view.model.graph, node)),
      ...(box.package === undefined ? {} : { package: box.package }),
      ...(box.inside === undefined || !outer ? {} : { inside: part(view, box.inside.boxes, box.inside.lines, false) }),
    })),
    lines: lines.map(({ from, to, kind, requirements }) => ({
      from: boxes[from]?.id ?? '',
      to: boxes[to]?.id ?? '',
      kind,
      requirements,
    })),
  };
}
