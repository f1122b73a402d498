/** One world: go is asked, then we are, and the two are held against each other. */
import { goSays } from './go-says.ts';
import { answerOf, disagreements, type Answer } from './hold.ts';
import type { Made } from './made.ts';
import { weSay } from './we-say.ts';

export interface Held {
  readonly answer: Answer;
  readonly wrong: readonly string[];
  readonly unknown: readonly string[];
  readonly words: string;
}

/** Asks go, then us. */
export async function hold({ world, laid }: Pick<Made, 'world' | 'laid'>): Promise<Held> {
  const said = goSays(world, laid);
  const answer = answerOf(said);
  const ours = await weSay(laid);
  return {
    answer,
    wrong: disagreements(answer, ours),
    unknown: ours.findings
      .filter(({ code }) => code === 'go-refuses' || code === 'load-error')
      .map(({ code, evidence }) => `${code}: ${evidence.slice(0, 160)}`),
    words: said.words,
  };
}
