/** The sentence of the direct picture: what the main module requires, what it builds from, and which requirement brings most. */
import type { View } from '../../graph/view/types.ts';
import { weightOf } from '../../graph/weight/weight.ts';
import { mostWords, weightSentence } from '../words/weight.ts';

/** `traefik requires 93 modules and builds from 839; lego alone brings 160.` */
export function headline({ model }: View): string {
  return weightSentence(
    weightOf(model),
    model.snapshot.mains.map(({ path }) => path),
  );
}

/** The end of that sentence, and the node of the model that it is about; undefined where none brings two modules. */
export function mostBrought({ model, boxes }: View): { readonly node: number; readonly words: string } | undefined {
  const weight = weightOf(model);
  const words = mostWords(weight);
  const path = weight.rows[0]?.path;
  const node = boxes.flatMap(({ nodes }) => nodes).find((one) => model.snapshot.modules[one]?.path === path);
  return words === undefined || node === undefined ? undefined : { node, words };
}
