/** A graph without cycles for network simplex: edges with weights, by their ends. */

export class Flow {
  readonly vertices: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** How much each layer that the edge runs over costs; 0: nothing. */
  readonly weight: Float64Array;
  /** Edges that leave and enter vertex v: rows of compressed sparse rows, edges[offsets[v]] … edges[offsets[v + 1] − 1]. */
  readonly out: Rows;
  readonly in: Rows;

  constructor(
    vertices: number,
    edges: readonly { readonly from: number; readonly to: number; readonly weight: number }[],
  ) {
    this.vertices = vertices;
    this.from = Int32Array.from(edges, ({ from }) => from);
    this.to = Int32Array.from(edges, ({ to }) => to);
    this.weight = Float64Array.from(edges, ({ weight }) => weight);
    this.out = rowsOf(vertices, this.from);
    this.in = rowsOf(vertices, this.to);
  }

  /** The layer of each vertex, as near to what nothing leads to as its edges allow: layer 0 for these. */
  longestPaths(): Int32Array {
    const layers = new Int32Array(this.vertices);
    const waits = new Int32Array(this.vertices);
    for (const vertex of this.to) waits[vertex] = (waits[vertex] ?? 0) + 1;
    const order = new Int32Array(this.vertices);
    let known = 0;
    for (let vertex = 0; vertex < this.vertices; vertex++) if (waits[vertex] === 0) order[known++] = vertex;
    for (let at = 0; at < known; at++) {
      const vertex = order[at] ?? 0;
      const end = this.out.offsets[vertex + 1] ?? 0;
      for (let place = this.out.offsets[vertex] ?? 0; place < end; place++) {
        const next = this.to[this.out.edges[place] ?? 0] ?? 0;
        layers[next] = Math.max(layers[next] ?? 0, (layers[vertex] ?? 0) + 1);
        waits[next] = (waits[next] ?? 0) - 1;
        if (waits[next] === 0) order[known++] = next;
      }
    }
    return layers;
  }
}

export interface Rows {
  readonly offsets: Int32Array;
  readonly edges: Int32Array;
}

function rowsOf(vertices: number, ends: Int32Array): Rows {
  const offsets = new Int32Array(vertices + 1);
  for (const vertex of ends) offsets[vertex + 1] = (offsets[vertex + 1] ?? 0) + 1;
  for (let vertex = 0; vertex < vertices; vertex++)
    offsets[vertex + 1] = (offsets[vertex + 1] ?? 0) + (offsets[vertex] ?? 0);
  const next = offsets.slice();
  const edges = new Int32Array(ends.length);
  ends.forEach((vertex, edge) => {
    const at = next[vertex] ?? 0;
    edges[at] = edge;
    next[vertex] = at + 1;
  });
  return { offsets, edges };
}
