/** What the tests need of Debian: Chromium for the end-to-end tests, and two readers of the files that we write. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const file = '/usr/bin/chromium';

/** A program of each package; tests that need a reader are skipped without it. */
const packages = [
  { program: file, name: 'chromium' },
  { program: '/usr/bin/dot', name: 'graphviz' },
  { program: '/usr/bin/pdftotext', name: 'poppler-utils' },
];

/** True when Chromium is there, if need be after installing it; false after having said what to install. */
export function haveChromium() {
  const missing = packages.filter(({ program }) => !existsSync(program)).map(({ name }) => name);
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`installing what is missing for the tests: ${missing.join(', ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...missing]]) {
      spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    }
  }
  if (existsSync(file)) return true;
  console.error(`The end-to-end tests need ${file}. Install it, then run this again:\n  sudo apt-get install chromium`);
  return false;
}
