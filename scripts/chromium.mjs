/** Debian's Chromium, in which the end-to-end tests run: installs it where it is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const file = '/usr/bin/chromium';

/** True when Chromium is there, if need be after installing it; false after having said what to install. */
export function haveChromium() {
  if (existsSync(file)) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`${file} is missing: installing Debian's chromium`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    }
    if (existsSync(file)) return true;
  }
  console.error(`The end-to-end tests need ${file}. Install it, then run this again:\n  sudo apt-get install chromium`);
  return false;
}
