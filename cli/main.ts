#!/usr/bin/env node
/** Where `modscope` begins. */
import { exit } from './exit.ts';
import { Interrupted } from './io.ts';
import { processIo } from './process-io.ts';
import { run } from './program.ts';

const controller = new AbortController();

/** The first signal asks the command to end, which it does within a moment; a second one ends it at once. */
function onSignal(signal: NodeJS.Signals): void {
  if (controller.signal.aborted) process.exit(signal === 'SIGTERM' ? exit.terminated : exit.interrupted);
  controller.abort(new Interrupted(signal));
}
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);

// Nothing should come here. If it does, the user is told in words.
process.on('uncaughtException', (error) => {
  process.stderr.write(`modscope: a mistake of modscope itself: ${error.message}\n`);
  process.exit(exit.defect);
});

process.exit(await run(process.argv.slice(2), processIo(controller.signal)));
