/** What the page brings out of a picture: selection, focus, hover, a path. Never part of the scene itself. */
import type { SceneBox, SceneLine } from '../scene/types.ts';

export interface Emphasis {
  readonly selected?: string;
  /** Selected beside it: they look the same, and only the lines among them stand out. */
  readonly also?: readonly string[];
  /** Keyboard focus: a ring, also on a box that is not selected. */
  readonly focused?: string;
  readonly hovered?: string;
  /** Ids of boxes that belong to the selection: lines between two of them are strong. */
  readonly related: ReadonlySet<string>;
  /** Ids of the boxes on the highlighted path, in its order. */
  readonly path: readonly string[];
  /** Steps of the path that the picture has no line for: drawn in its colour. */
  readonly unlined?: readonly { readonly from: string; readonly to: string }[];
  /** Between groups: requirements of the selected box that the picture has no line for, drawn as its lines are. */
  readonly unseen?: readonly { readonly from: string; readonly to: string }[];
  /** Dim what is neither selected, related, on the path nor hovered. */
  readonly dimOthers: boolean;
  /** In the picture of a difference: what the other side alone has steps back. */
  readonly faded?: 'added' | 'removed';
  /** Implied requirements of the hovered box: drawn dotted, only now. */
  readonly implied: readonly { readonly from: string; readonly to: string }[];
}

export const noEmphasis: Emphasis = { related: new Set(), path: [], dimOthers: false, implied: [] };

/** asking, asked: of a group that is selected, what leads to it and what leads on from it. */
export type LineState = 'plain' | 'dim' | 'related' | 'asked' | 'asking' | 'path';
export type BoxState = 'plain' | 'dim' | 'hovered' | 'path' | 'selected';

/** Emphasis made ready for asking about each box and line. */
export class Lit {
  readonly #emphasis: Emphasis;
  readonly #onPath: ReadonlySet<string>;
  readonly #chosen: ReadonlySet<string>;
  readonly #steps: ReadonlySet<string>;
  /** Frames around what is lit. */
  readonly #around = new Set<string>();

  /** State of the lines that nothing brings out. */
  readonly rest: 'plain' | 'dim';
  #key: string | undefined;

  constructor(emphasis: Emphasis, boxes: readonly SceneBox[]) {
    this.#emphasis = emphasis;
    this.#onPath = new Set(emphasis.path);
    this.#chosen = new Set([...(emphasis.selected === undefined ? [] : [emphasis.selected]), ...(emphasis.also ?? [])]);
    this.#steps = new Set(emphasis.path.slice(1).map((to, place) => stepKey(emphasis.path[place] ?? '', to)));
    this.rest = emphasis.dimOthers ? 'dim' : 'plain';
    for (const box of boxes) if (box.frame !== undefined && this.#isLit(box.id)) this.#around.add(box.frame);
  }

  /** The same for what looks the same. Made when it is asked for: a large selection has thousands of ids, and most frames do not ask. */
  get key(): string {
    const { selected, also, hovered, related, path, dimOthers, faded } = this.#emphasis;
    return (this.#key ??= JSON.stringify([selected, also, hovered, dimOthers, faded, path, idsOf(related)]));
  }

  #isLit(id: string): boolean {
    const { hovered, related } = this.#emphasis;
    return this.#chosen.has(id) || id === hovered || related.has(id) || this.#onPath.has(id);
  }

  box(box: SceneBox): BoxState {
    const { hovered, dimOthers } = this.#emphasis;
    if (this.#chosen.has(box.id)) return 'selected';
    if (this.#onPath.has(box.id)) return 'path';
    if (box.id === hovered) return 'hovered';
    if (box.change !== undefined && box.change === this.#emphasis.faded) return 'dim';
    if (!dimOthers || this.#isLit(box.id) || this.#around.has(box.id)) return 'plain';
    return box.frame !== undefined && this.#chosen.has(box.frame) ? 'plain' : 'dim';
  }

  line(line: SceneLine): LineState {
    const { selected, hovered, dimOthers } = this.#emphasis;
    if (this.#onPath.has(line.from) && this.#steps.has(stepKey(line.from, line.to))) return 'path';
    if (line.change !== undefined && line.change === this.#emphasis.faded) return 'dim';
    const [from, to] = [this.#chosen.has(line.from), this.#chosen.has(line.to)];
    const touchesSelected = this.#chosen.size > 1 ? from && to : from || to;
    // Between groups a selection shows who asks for it, and what it asks for, by how much.
    if (line.quiet && touchesSelected) return to ? 'asking' : 'asked';
    if (line.from === hovered || line.to === hovered) return 'related';
    if (!line.quiet && selected !== undefined && this.#isLit(line.from) && this.#isLit(line.to)) return 'related';
    return dimOthers ? 'dim' : 'plain';
  }
}

const known = new WeakMap<ReadonlySet<string>, string>();

/** The ids of a set as one text, written once a set. */
export function idsOf(ids: ReadonlySet<string>): string {
  const text = known.get(ids) ?? JSON.stringify([...ids]);
  known.set(ids, text);
  return text;
}

function stepKey(from: string, to: string): string {
  return `${from}\n${to}`;
}
