/** A sample's name, looked at before anything is loaded. */
import { Fault } from '../graph/fault.ts';
import { nearest } from '../graph/nearest.ts';
import { listSamples } from '../server/project/samples.ts';
import { plain } from './text/plain.ts';

/** Throws a Fault 'usage' with the nearest name when there is no such sample. */
export function checkSample(name: string): void {
  const names = listSamples().map((sample) => sample.name);
  if (names.includes(name)) return;
  const [near] = nearest(name, names);
  throw new Fault('usage', `There is no sample ${plain(name)}.`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}The samples are ${names.join(', ')}.`,
  });
}
