/** Small graphs for tests, written as the lines of `go mod graph`. */
import { assemble } from '../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { EdgeList, Records } from '../../graph/snapshot/records.ts';
import type { Model } from '../../graph/model/model.ts';

/** The edges of lines such as `m a@v1.0.0`; blank lines are passed over. */
export function edgesOf(text: string): EdgeList {
  const numbers = new Map<string, number>();
  const number = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const pairs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [from = '', to = ''] = line.split(' ');
      return [number(from), number(to)] as const;
    });
  return {
    names: [...numbers.keys()],
    from: Int32Array.from(pairs, ([from]) => from),
    to: Int32Array.from(pairs, ([, to]) => to),
  };
}

/** The model of such lines, with what else a load would have brought. */
export function modelOf(text: string, more: Partial<Records> = {}): Model {
  return openSnapshot(assemble({ mains: [], ...more, edges: edgesOf(text) }));
}
