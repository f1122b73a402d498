/** Network simplex: moves vertices between layers until no weighted sum of lengths is less. */
import type { Flow } from './flow.ts';
import { step, type Steps } from './steps.ts';

/** Edges and vertices looked at. A graph that needs more keeps what was reached, which is valid too. */
const mostLooks = 20_000_000;
/** Work for each of them, in the units of `Steps`. */
const lookWork = 6;

/**
 * Improves `layers`, which longest paths from `root` gave, in place: each edge stays at least one layer long, and the sum
 * of weight × length becomes least (Gansner and others, 1993, figure 2-1). A tight tree is there from the start: each
 * vertex hangs on an edge of its longest path. `root` keeps its layer.
 * When time is up it stops with the layers reached.
 */
export function* shorten(flow: Flow, root: number, layers: Int32Array): Steps<void> {
  const tree = new Tree(flow, root, layers);
  let work = lookWork * flow.from.length;
  for (let looks = 0; looks < mostLooks;) {
    const leaving = tree.walk();
    if (leaving === -1) break;
    const looked = flow.vertices + tree.exchange(leaving);
    looks += looked;
    work += lookWork * looked;
    if (work < step) continue;
    if ((yield work) === true) return;
    work = 0;
  }
  yield work;
}

/** A spanning tree of tight edges. */
class Tree {
  readonly #flow: Flow;
  readonly #root: number;
  readonly #layers: Int32Array;
  /** Edges of the tree; their order does not matter. */
  readonly #edges: Int32Array;
  /** Place of an edge in #edges. */
  readonly #placeOf: Int32Array;
  /** The edge between a vertex and the one above it in the tree; −1 for the root. */
  readonly #parent: Int32Array;
  /** Numbers in postorder: a vertex has `last`, and those below it have from `first` on. */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #postorder: Int32Array;
  /** Lists of tree edges at each vertex, as links: 2e for the end `from`, 2e + 1 for `to`. */
  readonly #head: Int32Array;
  readonly #next: Int32Array;
  readonly #balance: Float64Array;
  readonly #sum: Float64Array;
  readonly #stack: Int32Array;
  readonly #link: Int32Array;

  constructor(flow: Flow, root: number, layers: Int32Array) {
    const { vertices } = flow;
    this.#flow = flow;
    this.#root = root;
    this.#layers = layers;
    this.#edges = new Int32Array(Math.max(0, vertices - 1));
    this.#placeOf = new Int32Array(flow.from.length);
    this.#parent = new Int32Array(vertices);
    this.#first = new Int32Array(vertices);
    this.#last = new Int32Array(vertices);
    this.#postorder = new Int32Array(vertices);
    this.#head = new Int32Array(vertices);
    this.#next = new Int32Array(2 * flow.from.length);
    this.#balance = new Float64Array(vertices);
    this.#sum = new Float64Array(vertices);
    this.#stack = new Int32Array(vertices);
    this.#link = new Int32Array(vertices);
    let filled = 0;
    const hangs = new Uint8Array(vertices);
    flow.from.forEach((from, edge) => {
      const to = flow.to[edge] ?? 0;
      const weight = flow.weight[edge] ?? 0;
      this.#balance[from] = (this.#balance[from] ?? 0) + weight;
      this.#balance[to] = (this.#balance[to] ?? 0) - weight;
      if (hangs[to] === 1 || this.#slack(edge) > 0) return;
      hangs[to] = 1;
      this.#placeOf[edge] = filled;
      this.#edges[filled++] = edge;
    });
  }

  /** Numbers the tree, and gives the vertex whose edge upwards has the most negative cut value; −1 where none has. */
  walk(): number {
    this.#list();
    this.#number();
    const { from } = this.#flow;
    this.#sum.set(this.#balance);
    let worst = -1e-9;
    let found = -1;
    for (const vertex of this.#postorder) {
      const edge = this.#parent[vertex] ?? -1;
      if (edge === -1) continue;
      // Weight that leaves the part below, less what enters it: the edges inside cancel out.
      const sum = this.#sum[vertex] ?? 0;
      const above = this.#other(edge, vertex);
      this.#sum[above] = (this.#sum[above] ?? 0) + sum;
      const cut = from[edge] === vertex ? sum : -sum;
      if (cut < worst) {
        worst = cut;
        found = vertex;
      }
    }
    return found;
  }

  /** Puts the edge above `vertex` out of the tree and the shortest that can replace it in; gives the edges looked at. */
  exchange(vertex: number): number {
    const { from, to, out, in: into } = this.#flow;
    const leaving = this.#parent[vertex] ?? 0;
    // The part below holds the leaving edge's start: what replaces it enters that part; else it leaves it.
    const enters = from[leaving] === vertex;
    const rows = enters ? into : out;
    const first = this.#first[vertex] ?? 0;
    const last = this.#last[vertex] ?? 0;
    let best = -1;
    let least = Infinity;
    let looked = 0;
    for (let number = first; number <= last; number++) {
      const inside = this.#postorder[number] ?? 0;
      const end = rows.offsets[inside + 1] ?? 0;
      for (let place = rows.offsets[inside] ?? 0; place < end; place++) {
        looked++;
        const edge = rows.edges[place] ?? 0;
        const other = (enters ? from[edge] : to[edge]) ?? 0;
        const number2 = this.#last[other] ?? 0;
        if (number2 >= first && number2 <= last) continue;
        const slack = this.#slack(edge);
        if (slack < least) {
          least = slack;
          best = edge;
        }
      }
    }
    const shift = enters ? -least : least;
    for (let number = first; number <= last; number++) {
      const inside = this.#postorder[number] ?? 0;
      this.#layers[inside] = (this.#layers[inside] ?? 0) + shift;
    }
    const place = this.#placeOf[leaving] ?? 0;
    this.#edges[place] = best;
    this.#placeOf[best] = place;
    return looked;
  }

  #slack(edge: number): number {
    const { from, to } = this.#flow;
    return (this.#layers[to[edge] ?? 0] ?? 0) - (this.#layers[from[edge] ?? 0] ?? 0) - 1;
  }

  #other(edge: number, vertex: number): number {
    const { from, to } = this.#flow;
    return (from[edge] === vertex ? to[edge] : from[edge]) ?? 0;
  }

  #list(): void {
    const { from, to } = this.#flow;
    this.#head.fill(-1);
    for (const edge of this.#edges) {
      const [a, b] = [from[edge] ?? 0, to[edge] ?? 0];
      this.#next[2 * edge] = this.#head[a] ?? -1;
      this.#head[a] = 2 * edge;
      this.#next[2 * edge + 1] = this.#head[b] ?? -1;
      this.#head[b] = 2 * edge + 1;
    }
  }

  #number(): void {
    let depth = 0;
    let numbered = 0;
    this.#stack[0] = this.#root;
    this.#parent[this.#root] = -1;
    this.#first[this.#root] = 0;
    this.#link[this.#root] = this.#head[this.#root] ?? -1;
    while (depth >= 0) {
      const vertex = this.#stack[depth] ?? 0;
      const link = this.#link[vertex] ?? -1;
      if (link === -1) {
        this.#last[vertex] = numbered;
        this.#postorder[numbered++] = vertex;
        depth--;
        continue;
      }
      this.#link[vertex] = this.#next[link] ?? -1;
      const edge = link >> 1;
      if (edge === this.#parent[vertex]) continue;
      const below = this.#other(edge, vertex);
      this.#parent[below] = edge;
      this.#first[below] = numbered;
      this.#link[below] = this.#head[below] ?? -1;
      this.#stack[++depth] = below;
    }
  }
}
