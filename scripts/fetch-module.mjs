/**
 * Downloads released modules with go and lays them into folders that can be written, to try modscope on them:
 * `node scripts/fetch-module.mjs FOLDER MODULE@VERSION …`. A module goes into FOLDER/last-element-of-its-path; with
 * `DIR=MODULE@VERSION` into FOLDER/DIR, which is how the members of a workspace get their places.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined || wanted.length === 0) {
  console.error('usage: node scripts/fetch-module.mjs FOLDER [DIR=]MODULE@VERSION …');
  process.exit(2);
}

for (const word of wanted) {
  const cut = word.indexOf('=');
  const module = word.slice(cut + 1);
  const name = module.slice(0, module.lastIndexOf('@')).replace(/\/v\d+$/, '');
  const target = path.resolve(folder, cut === -1 ? path.basename(name) : word.slice(0, cut));
  // Outside of any module, so that no go.mod has a say.
  const { status, stdout } = spawnSync('go', ['mod', 'download', '-json', module], {
    cwd: os.tmpdir(),
    env: { ...process.env, GOWORK: 'off', GO111MODULE: 'on', GOFLAGS: '-mod=mod' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) {
    console.error(`${module} cannot be had: ${stdout === '' ? 'go failed' : JSON.parse(stdout).Error}`);
    process.exit(1);
  }
  const { Dir: source, Version: version } = JSON.parse(stdout);
  mkdirSync(target, { recursive: true });
  cpSync(source, target, { recursive: true });
  // Files and folders of the module cache are read-only, and so is a copy of them.
  for (const entry of ['.', ...readdirSync(target, { recursive: true })]) {
    const place = path.join(target, entry);
    chmodSync(place, statSync(place).mode | 0o200);
  }
  console.log(`${name} ${version} → ${target}`);
}
