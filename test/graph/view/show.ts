/** Views for tests, and what they show, in words. */
import type { Model } from '../../../graph/model/model.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import type { Box, Line, View, ViewOptions } from '../../../graph/view/types.ts';
import { makeView } from '../../../graph/view/view.ts';
import { modelOf } from '../lines.ts';

/** The view of a model, or of lines as `go mod graph` prints them, with all that is not said at its default. */
export function show(of: Model | string, options: Partial<ViewOptions> = {}): View {
  return makeView(typeof of === 'string' ? modelOf(of) : of, { ...defaultView, ...options });
}

export function ids({ boxes }: { readonly boxes: readonly Box[] }): string[] {
  return boxes.map((box) => box.id);
}

/** As `a@v1.0.0 → b@v1.0.0`, then the kind of line where it is not the common one. */
export function linesOf({
  boxes,
  lines,
}: {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}): string[] {
  return lines.map(({ from, to, kind, requirements }) =>
    [
      `${boxes[from]?.id ?? '?'} → ${boxes[to]?.id ?? '?'}`,
      ...(kind === 'requirement' ? [] : [kind]),
      ...(requirements === 1 ? [] : [`×${requirements}`]),
    ].join(' '),
  );
}

/** The box of that id, opened. */
export function inside(view: View, id: string): { boxes: readonly Box[]; lines: readonly Line[] } {
  return view.boxes.find((box) => box.id === id)?.inside ?? { boxes: [], lines: [] };
}
