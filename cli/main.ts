#!/usr/bin/env node
/** Where `modscope` begins. */
import { endingSignals, type EndingSignal } from '../server/process/at-end.ts';
import { exit, statusOfSignal } from './exit.ts';
import { Interrupted } from './io.ts';
import { processIo } from './process-io.ts';
import { run } from './program.ts';
import { forLog, said } from './text/plain.ts';

const controller = new AbortController();

/** Milliseconds within which a second signal is the same Ctrl-C: a terminal and npm both hand it on. */
const echo = 1000;
let first = 0;

/** The first signal asks the command to end, which it does within a moment; a later one ends it at once. */
function onSignal(signal: EndingSignal): void {
  if (!controller.signal.aborted) {
    first = performance.now();
    controller.abort(new Interrupted(signal));
  } else if (performance.now() - first > echo) {
    process.exit(statusOfSignal(signal));
  }
}
for (const signal of endingSignals) process.on(signal, onSignal);

// Nothing should come here. If it does, the user is told in words.
process.on('uncaughtException', (error) => {
  process.stderr.write(forLog(said`modscope: internal error: ${error.message}\n`));
  process.exit(exit.defect);
});

process.exit(await run(process.argv.slice(2), processIo(controller.signal)));
