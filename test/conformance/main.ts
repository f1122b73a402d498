/** `npm run conformance [-- WORD…]`: our loader and selection against the real go, on the states of go's own test scripts. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readScripts, recordedModules } from './go-testdata.ts';
import { addToProxy } from './proxy-folder.ts';
import { goEnv, realGo } from './real-go.ts';
import { runScript } from './scripts.ts';
import { Tally } from './tally.ts';

/** Fewer than these is a failure: the go command's test data shrank, or we stopped reading it. */
const leastModules = 263;
const leastWorkspaces = 43;

const scratch = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'modscope-conformance-')));
try {
  const goroot = goEnv('GOROOT');
  const proxy = path.join(scratch, 'proxy');
  for (const entry of recordedModules(goroot)) addToProxy(proxy, entry);
  const go = realGo(scratch, [proxy]);
  const only = process.argv.slice(2);
  const tally = new Tally((line) => {
    console.log(line);
  });
  for (const script of readScripts(goroot)) {
    if (only.length > 0 && !only.some((word) => script.name.includes(word))) continue;
    runScript(script, path.join(scratch, 'scripts'), go, (one, verdict) => {
      tally.add(one, verdict);
    });
  }
  const { module, workspace } = tally.agreed;
  if (only.length === 0 && (module < leastModules || workspace < leastWorkspaces))
    tally.fail(
      `only ${module} modules and ${workspace} workspaces; ${leastModules} and ${leastWorkspaces} are the least`,
    );
  tally.close();
  process.exitCode = tally.failed === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
