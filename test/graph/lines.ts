/** Small graphs for tests, written as the lines of `go mod graph`. */
import { assemble } from '../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { EdgeList, Records } from '../../graph/snapshot/records.ts';
import type { Model } from '../../graph/model/model.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';

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

/** The model of such lines where go.mod files were read, one a main module, as text after the module line: `{ m: 'go 1.22\\nrequire a v1.0.0' }`. */
export function declaredModel(text: string, goMods: Readonly<Record<string, string>>): Model {
  const mains = Object.entries(goMods).map(
    ([path, rest]) => readGoMod(`module ${path}\n${rest}\n`, 'go.mod', path).main,
  );
  return modelOf(text, { mains });
}
