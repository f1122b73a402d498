/** What a wheel and two fingers do to the picture: chosen by the user and remembered. */
import type { Scrolling } from '../canvas/wheel.ts';

const key = 'modscope-scrolling';
const choices = ['auto', 'zoom', 'pan'] as const satisfies readonly Scrolling[];

export class ScrollingChoice {
  choice: Scrolling = $state(remembered());

  /** Any other word than those of Scrolling is `auto`. */
  choose(word: string): void {
    this.choice = scrollingOf(word);
    try {
      localStorage.setItem(key, this.choice);
    } catch {
      // A page without storage (a file, a private window) begins as by default each time.
    }
  }
}

function scrollingOf(word: string | null): Scrolling {
  return choices.find((choice) => choice === word) ?? 'auto';
}

function remembered(): Scrolling {
  try {
    return scrollingOf(localStorage.getItem(key));
  } catch {
    return 'auto';
  }
}
