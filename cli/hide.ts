/** `--redact`: private module paths are replaced in whatever a verb prints or writes, its faults included. */
import type { Model } from '../graph/model/model.ts';
import { redactModel, Redactor } from '../graph/snapshot/redact.ts';
import type { Hiding, Output } from './io.ts';

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

  /** The text without what is hidden. */
  text(text: string): string {
    return this.#redactor?.text(text) ?? text;
  }

  /** Any value, each text in it as `text` gives it. */
  value<Value>(value: Value): Value {
    return this.#redactor?.value(value) ?? value;
  }

  /** The model with hidden paths, for texts that look things up in it. */
  model(model: Model): Model {
    return this.#redactor === undefined ? model : redactModel(model, this.#redactor);
  }

  /** What a verb hands on: data. */
  data<Text extends string | Uint8Array>(text: Text): string | Text {
    return typeof text === 'string' && !this.#draws ? this.text(text) : text;
  }

  /** An output that says nothing of what is hidden. */
  stdout(output: Output): Output {
    return through(output, (text) => this.data(text));
  }

  stderr(output: Output): Output {
    return through(output, (text) => (typeof text === 'string' ? this.text(text) : text));
  }
}

function through(output: Output, change: (text: string | Uint8Array) => string | Uint8Array): Output {
  return {
    write: (text) => output.write(change(text)),
    isTerminal: output.isTerminal,
    get columns() {
      return output.columns;
    },
  };
}
