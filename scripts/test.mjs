/** `npm test`: installs what is missing, builds, runs every test, and ends with one line: `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { haveChromium } from './chromium.mjs';
import { closingLine, countPlaywright, countVitest, namesPlaywright, namesVitest } from './counts.mjs';
import { buildIfStale } from './fresh.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = { vitest: `${root}reports/vitest.json`, playwright: `${root}reports/playwright.json` };

/** A failed run without a failed test (an error outside of any test) counts as one failed. */
function run(name, script, args, count) {
  const ended = spawnSync(process.execPath, [`${root}node_modules/${script}`, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reports.playwright },
  });
  const counts = count(reports[name]);
  return ended.status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function runAll() {
  if (!haveChromium() || !buildIfStale()) return [{ passed: 0, failed: 1, skipped: 0 }];
  const vitest = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports.vitest}`];
  return [
    run('vitest', 'vitest/vitest.mjs', vitest, countVitest),
    run('playwright', '@playwright/test/cli.js', ['test', '--reporter=list,json'], countPlaywright),
  ];
}

rmSync(`${root}reports`, { recursive: true, force: true });
mkdirSync(`${root}reports`);
const counts = runAll();
// The two runners print thousands of lines between a failure and the end, of which a log keeps the last hundred.
const failed = [...namesVitest(reports.vitest), ...namesPlaywright(reports.playwright)];
if (failed.length > 0) console.log(['Failed:', ...failed.map((name) => `  ${name.replace(root, '')}`)].join('\n'));
console.log(closingLine(counts));
process.exitCode = counts.some(({ failed, passed }) => failed > 0 || passed === 0) ? 1 : 0;
