/** `--redact`: private module paths are replaced in whatever a verb prints or writes, its faults included. */
import type { Model } from '../graph/model/model.ts';
import { redactModel, Redactor } from '../graph/snapshot/redact.ts';
import { type Written, written } from '../graph/written.ts';
import type { Hiding } from './io.ts';
import { plainLines, type Printable } from './text/plain.ts';

export class Hider implements Hiding {
  #patterns: readonly string[] = [];
  #redactor: Redactor | undefined;
  #draws = false;

  /** `draws`: the verb makes its file of what is hidden already, so only what it says beside that is looked at. */
  begin(patterns: readonly string[], draws: boolean): void {
    this.#patterns = patterns;
    this.#draws = draws;
    this.#redactor = patterns.length === 0 ? undefined : new Redactor(patterns, []);
  }

  /** Module paths, in the order in which those that are hidden are numbered: the same for every report on one graph. */
  learn(paths: readonly string[]): void {
    if (this.#patterns.length > 0) this.#redactor = new Redactor(this.#patterns, paths);
  }

  /** What is said, without what is hidden. */
  said(text: Printable): Printable {
    return this.#redactor === undefined ? text : plainLines(this.#redactor.text(text));
  }

  /** Any value, each text in it without what is hidden. */
  value<Value>(value: Value): Value {
    return this.#redactor?.value(value) ?? value;
  }

  /** The model with hidden paths, for texts that look things up in it. */
  model(model: Model): Model {
    return this.#redactor === undefined ? model : redactModel(model, this.#redactor);
  }

  /** What a verb hands on: data. */
  data(text: Written | Uint8Array): Written | Uint8Array {
    if (typeof text !== 'string' || this.#draws || this.#redactor === undefined) return text;
    return written(this.#redactor.text(text));
  }
}
