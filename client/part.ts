/** The mark in the browser's list of times that says that every part was loaded. */
export const allLoaded = 'modscope:all-loaded';

/** A part of the page that is not in the script of the first paint: a component, or a module of functions. */
export class Part<T> {
  readonly #load: () => Promise<T>;
  /** What was loaded; undefined before. */
  now: T | undefined;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Loads it, once. Rejects with the browser's TypeError where it cannot be loaded; the next call tries again. */
  async load(): Promise<T> {
    this.now ??= await this.#load();
    return this.now;
  }
}
