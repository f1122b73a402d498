/** Progress of a load: one line on a terminal, written again and again, gone when the load has ended. */
import type { Phase } from '../graph/wire.ts';
import type { Io } from './io.ts';
import { counted } from '../drawing/words/counted.ts';
import { plain, type Printable } from './text/plain.ts';

/** A load that ends sooner shows nothing. */
const patience = 300;

/** Shows phases on stderr; nothing at all where it is no terminal, in CI, or with --quiet. */
export class Progress {
  readonly #io: Io;
  readonly #shown: boolean;
  readonly #started = performance.now();
  #drawn = false;

  constructor(io: Io, quiet: boolean) {
    this.#io = io;
    this.#shown = !quiet && io.stderr.isTerminal && isUnset(io.env['CI']) && io.env['TERM'] !== 'dumb';
  }

  show(phases: readonly Phase[]): void {
    if (!this.#shown || performance.now() - this.#started < patience) return;
    this.#drawn = true;
    void this.#redraw(plain(phases.map(phaseText).join(' · ')));
  }

  /** Takes the line away. */
  async end(): Promise<void> {
    if (!this.#drawn) return;
    this.#drawn = false;
    await this.#redraw(plain(''));
  }

  /** Progress that cannot be shown is no reason to fail. */
  async #redraw(line: Printable): Promise<void> {
    try {
      await this.#io.stderr.redraw(line);
    } catch {
      // Nobody reads it.
    }
  }
}

/** What a phase counts, where that is no modules. */
const units: Readonly<Record<string, string>> = { remedies: 'command', versions: 'version' };

function phaseText({ name, state, count, total, took }: Phase): string {
  const unit = units[name] ?? 'module';
  const amount = count === undefined ? '' : ` ${counted(count, unit)}${total === undefined ? '' : ` of ${total}`}`;
  const end = state === 'running' ? `… ${(took / 1000).toFixed(1)} s` : state === 'failed' ? ' failed' : '';
  return `${name}${amount}${end}`;
}

function isUnset(value: string | undefined): boolean {
  return value === undefined || value === '' || value === '0' || value === 'false';
}
