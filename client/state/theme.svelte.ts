/** Light, dark, or as the system: chosen by the user and remembered. */
import type { ThemeName } from '../../drawing/theme/tokens.ts';

export type ThemeChoice = 'system' | ThemeName;

const key = 'modscope-theme';
const nextChoice: Readonly<Record<ThemeChoice, ThemeChoice>> = { system: 'light', light: 'dark', dark: 'system' };

export class Theme {
  choice: ThemeChoice = $state('system');
  #system: ThemeName = $state('light');
  /** What is on show. */
  readonly name: ThemeName = $derived(this.choice === 'system' ? this.#system : this.choice);

  /** `start`: for who has chosen none. */
  constructor(start: ThemeChoice = 'system') {
    this.choice = remembered() ?? start;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => {
      this.#system = dark.matches ? 'dark' : 'light';
    };
    follow();
    dark.addEventListener('change', follow);
    this.#apply();
  }

  /** Light after system, dark after light, and round again. */
  next(): void {
    this.choice = nextChoice[this.choice];
    this.#apply();
    try {
      localStorage.setItem(key, this.choice);
    } catch {
      // A page without storage (a file, a private window) starts with the system's theme each time.
    }
  }

  #apply(): void {
    if (this.choice === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.choice;
  }
}

function remembered(): ThemeChoice | undefined {
  try {
    const choice = localStorage.getItem(key);
    return choice === 'light' || choice === 'dark' || choice === 'system' ? choice : undefined;
  } catch {
    return undefined;
  }
}
