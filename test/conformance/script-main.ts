/** `npm run conformance [-- WORD…]`: the states of go's own test scripts, held against the real go. */
import path from 'node:path';
import { readScripts, recordedModules, type Script } from './go-testdata.ts';
import { addToProxy } from './proxy-folder.ts';
import { goEnv, realGo } from './real-go.ts';
import { runScript } from './scripts.ts';
import { Tally } from './tally.ts';

/** Runs the scripts that `wanted` takes and gives the tally; `print` gets each failure. */
export function checkScripts(
  wanted: (script: Script) => boolean,
  scratch: string,
  print: (line: string) => void,
): Tally {
  const goroot = goEnv('GOROOT');
  const proxy = path.join(scratch, 'proxy');
  for (const entry of recordedModules(goroot)) addToProxy(proxy, entry);
  const go = realGo(scratch, [proxy]);
  const tally = new Tally(print);
  for (const script of readScripts(goroot).filter(wanted)) {
    runScript(script, path.join(scratch, 'scripts'), go, (one, verdict) => {
      tally.add(one.name, one.kind, verdict);
    });
  }
  return tally;
}
