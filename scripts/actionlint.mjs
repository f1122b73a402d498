/**
 * `node scripts/actionlint.mjs`: holds the workflows of docs/ against actionlint, with action.yml in the place of OWNER/modscope, and
 * ci/*.sh against shellcheck where that is installed. actionlint comes through the Go module proxy, so this is not part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const program = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.7';
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-actionlint-'));

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, GOFLAGS: '' } });
  if (error?.code === 'ENOENT') return undefined;
  return status ?? 1;
}

/** Lays the workflows out as a repository whose own action is modscope; returns how many there are. */
function layOut() {
  const workflows = path.join(folder, '.github', 'workflows');
  mkdirSync(workflows, { recursive: true });
  copyFileSync(path.join(root, 'action.yml'), path.join(folder, 'action.yml'));
  spawnSync('git', ['init', '-q'], { cwd: folder });
  const pages = ['docs/ci.md', 'docs/pictures.md'].map((name) => readFileSync(path.join(root, name), 'utf8'));
  const blocks = pages.flatMap((text) => [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, yaml]) => yaml));
  const found = blocks.filter((yaml) => /^on:/m.test(yaml));
  for (const [n, yaml] of found.entries()) {
    writeFileSync(path.join(workflows, `${n}.yml`), yaml.replaceAll('OWNER/modscope@COMMIT', './'));
  }
  return found.length;
}

try {
  const count = layOut();
  const scripts = readdirSync(path.join(root, 'ci')).filter((name) => name.endsWith('.sh'));
  const lint = run('go', ['run', program, '-color'], folder);
  const shell = run(
    'shellcheck',
    scripts.map((name) => `ci/${name}`),
    root,
  );
  console.log(`${count} workflows: ${lint === 0 ? 'nothing found' : 'see above'}.`);
  console.log(
    `${scripts.length} scripts: ${shell === undefined ? 'no shellcheck here' : shell === 0 ? 'nothing found' : 'see above'}.`,
  );
  process.exitCode = lint === 0 && (shell ?? 0) === 0 && count > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
