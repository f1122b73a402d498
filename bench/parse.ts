/**
 * How fast and how small `go mod graph` is read: side by side with a graph library and with a Map of objects, then
 * 1,000,000 requirements read and analysed in processes of their own. Ends with status 1 where a goal is missed.
 * `npm run bench -- parse`
 */
import { analyse } from './parse/analyse.ts';
import { measureMemory } from './parse/memory.ts';
import { measureSpeed } from './parse/speed.ts';

const [task, file = ''] = process.argv.slice(2);
if (task === 'analyse') {
  console.log(analyse(file));
} else {
  const missed = [...measureSpeed(), ...measureMemory()];
  console.log(missed.length === 0 ? 'Every goal is met.' : `Missed: ${missed.join('; ')}.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}
