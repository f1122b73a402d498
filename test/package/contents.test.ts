/** What npm would publish: nothing but what docs/dependencies.md lists, under licences that go with ours, with no script to run. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the shipped bundle may hold: licences that ask for their text to be passed on, and no more. */
const compatible =
  /^(?:MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|Unlicense|EPL-2\.0 OR GPL-3\.0-or-later|OFL-1\.1|MIT AND OFL-1\.1|\(MIT AND OFL-1\.1\)|\(MIT AND Zlib\)|MIT AND Zlib|\(MIT OR Apache-2\.0\)|Python-2\.0)$/;

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

test('every file of the package stands in the list of docs/dependencies.md', () => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const [packed] = JSON.parse(stdout) as readonly Packed[];
  const page = readFileSync(`${root}docs/dependencies.md`, 'utf8');
  const section = page.slice(page.indexOf('## What is in the package'));
  const listed = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
  expect(listed.length).toBeGreaterThan(5);
  const patterns = listed.map(
    (name) => new RegExp(`^${name.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')}$`),
  );
  const files = packed?.files.map(({ path }) => path) ?? [];
  expect(files.filter((file) => !patterns.some((pattern) => pattern.test(file)))).toEqual([]);
  // Nor does the list name what is not there.
  expect(listed.filter((_, i) => !files.some((file) => patterns[i]?.test(file)))).toEqual([]);
  expect(packed?.unpackedSize).toBeLessThan(9_000_000);
});

test('what is shipped needs no script when it is installed, and nothing besides', () => {
  expect(pkg).not.toHaveProperty('dependencies');
  expect(Object.keys(pkg.optionalDependencies)).toEqual(['@resvg/resvg-js']);
  const resvg = JSON.parse(readFileSync(`${root}node_modules/@resvg/resvg-js/package.json`, 'utf8')) as {
    readonly scripts?: Readonly<Record<string, string>>;
  };
  for (const hook of ['preinstall', 'install', 'postinstall', 'prepare']) {
    expect(pkg.scripts).not.toHaveProperty(hook);
    expect(resvg.scripts ?? {}).not.toHaveProperty(hook);
  }
});

test('the licence of everything that is bundled goes with ours', () => {
  const text = readFileSync(`${root}dist/THIRD-PARTY-LICENSES.txt`, 'utf8');
  // A package may name its licence in its text only.
  const all = [...text.matchAll(/^-{72}\n(\S+ \S+) \((.*)\)\n-{72}\n(.*)$/gm)].map(
    ([, name = '', licence = '', first = '']) => ({
      name,
      licence: licence === 'see below' ? first.replace(' License', '') : licence,
    }),
  );
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(({ licence }) => !compatible.test(licence))).toEqual([]);
});
