/** What each format of `check` makes of names that would be markup, placeholders or commands elsewhere. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';
import { modscope } from '../run.ts';
import { readSarif } from './sarif-shape.ts';

const hostile = [
  '::error file=a::b',
  '##[error]x',
  '<script>alert(1)</script>',
  ']]>&amp;"\'',
  'x.com/[link](http://evil.example)',
  'x.com/{0}{{1}}',
  'x.com/\u001b[31mred',
  'x.com/\u202etxt',
  'x.com/a\n::warning::b',
  '=cmd|calc!A0',
];

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  const modules = [
    { path: 'm', selected: true as const, requires: hostile.map((one) => `${one}@v1.0.0`) },
    ...hostile.map((one) => ({ path: one, version: 'v1.0.0', selected: true as const })),
  ];
  const require = hostile.map((one) => ({ path: one, version: 'v1.0.0' }));
  const main = { path: 'm', dir: 'a b#%/::x', require, replace: [], exclude: [], retract: [], tool: [], ignore: [] };
  const snapshot: Snapshot = { format: 1, mains: [main], modules, problems: [] };
  writeFileSync(path.join(folder, 's.json'), writeSnapshot(snapshot));
  layOut(folder, {
    'modscope.config.json': JSON.stringify({
      forbid: [
        { query: 'depth:>=0', reason: '::error::because {0} ##[x] [a](b) <b>' },
        { query: '##[group]<i>', reason: '<i>' },
      ],
      limits: { unused: 0 },
    }),
  });
});

const check = (format: string) => modscope(['check', '--snapshot', 's.json', '--format', format], { cwd: folder });

/** Lines that GitHub's runner would obey (actions/runner, ActionCommand.cs). */
function commands(text: string): string[] {
  return text.split('\n').filter((line) => /^\s*::/.test(line) || line.includes('##['));
}

/** U+FFFD for what shows nothing. */
const seen = hostile.map((one) => one.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD'));

describe.each(['text', 'json', 'sarif', 'junit'])('%s', (format) => {
  test('no name becomes a command, and the same input gives the same bytes', async () => {
    const { status, out } = await check(format);
    expect(status).toBe(1);
    expect(commands(out)).toEqual([]);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect((await check(format)).out).toBe(out);
  });
});

test('json: the names come back as they are', async () => {
  const { breaches } = JSON.parse((await check('json')).out) as { breaches: { subject: string }[] };
  expect(breaches.map(({ subject }) => subject).sort()).toEqual(hostile.map((one) => `${one}@v1.0.0`).sort());
});

test('sarif: as the standard says it, every name as text', async () => {
  const [run] = readSarif((await check('sarif')).out).runs;
  const names = run?.results.map(({ locations }) => locations[0]?.logicalLocations[0]?.fullyQualifiedName);
  expect(names?.sort()).toEqual(seen.map((one) => `${one}@v1.0.0`).sort());
  expect(run?.invocations[0]).toMatchObject({ executionSuccessful: false });
  const uris = new Set(run?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri));
  expect([...uris]).toEqual(['a%20b%23%25/%3A%3Ax/go.mod']);
});

test('junit: an XML parser gives every name back, and no element of theirs', async () => {
  const { out } = await check('junit');
  const { document } = new JSDOM(out, { contentType: 'application/xml' }).window;
  expect([...new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName))].sort()).toEqual([
    'error',
    'failure',
    'testcase',
    'testsuite',
    'testsuites',
  ]);
  const failed = [...document.querySelectorAll('testcase:has(failure)')].map((one) => one.getAttribute('name'));
  expect(failed.sort()).toEqual(seen.map((one) => `depth:>=0: ${one}@v1.0.0`).sort());
  const suite = document.querySelector('testsuite');
  const count = (selector: string): string => String(document.querySelectorAll(selector).length);
  expect(suite?.getAttribute('tests')).toBe(count('testcase'));
  expect(suite?.getAttribute('failures')).toBe(count('failure'));
  expect(suite?.getAttribute('errors')).toBe(count('error'));
  // The rule that holds, the findings of which there are none, and the limit that could not be judged.
  expect(document.querySelectorAll('testcase:not(:has(*))')).toHaveLength(2);
  expect(document.querySelector('error')?.getAttribute('message')).toContain('needs packages');
});
