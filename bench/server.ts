/**
 * What guarding costs: requests a second beside a bare Express that sends the same bytes; and how much memory the server
 * takes for a graph of 1,000,000 requirements, and for one of 10,000,000, which it refuses. Ends with status 1 where a goal
 * is missed. `npm run bench -- server`, or `-- server load`, `-- server memory` for one of the two.
 */
import { isKind, measureLoad } from './server/load.ts';
import { measureServedMemory } from './server/memory.ts';
import { serve } from './server/serve.ts';

const [task, kind] = process.argv.slice(2);
if (task === 'serve' && isKind(kind)) {
  await serve(kind);
} else {
  const missed = [
    ...(task === 'memory' ? [] : await measureLoad()),
    ...(task === 'load' ? [] : await measureServedMemory()),
  ];
  console.log(missed.length === 0 ? 'Every goal is met.' : `Missed: ${missed.join('; ')}.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}
