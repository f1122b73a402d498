/**
 * `npm run hostile`: hostile requests against the built modscope (test/hostile/main.ts says what its arguments are), then
 * 300 payloads in everything that the page shows, in Chromium. The last line holds the counts of both.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runBundled } from './bundled.mjs';
import { haveChromium } from './chromium.mjs';
import { buildIfStale } from './fresh.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!buildIfStale() || !haveChromium()) {
  process.exitCode = 1;
} else {
  const requests = await runBundled('test/hostile/main.ts', process.argv.slice(2));
  const { status } = spawnSync(
    process.execPath,
    [`${root}node_modules/@playwright/test/cli.js`, 'test', 'payloads.spec.ts', 'attack.spec.ts', '--reporter=list'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, MODSCOPE_PAYLOADS: 'all' } },
  );
  console.log(
    `requests: ${requests === 0 ? 'none allowed' : 'FAILED'}; payloads: ${status === 0 ? 'none run' : 'FAILED'}`,
  );
  process.exitCode = requests === 0 && status === 0 ? 0 : 1;
}
