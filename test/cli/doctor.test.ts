/** `modscope doctor`: exit statuses, text, JSON. */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Diagnosis } from '../../graph/diagnosis/types.ts';
import { treeState } from '../support/tree.ts';
import { goMod, patient } from '../server/doctor/examined.ts';
import { modscope } from './run.ts';

const fine = { 'go.mod': goMod('example.com/m') };
const tooNew = { 'go.mod': goMod('example.com/m', 'go 1.99\n') };

it('nothing is wrong: status 0, and how much was looked at', async () => {
  const { folder } = patient(fine);
  const { status, out, err } = await modscope(['doctor', folder]);
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/^go 1\.\d+\S* · \/\S+\/go · /);
  expect(out).toMatch(/\nNothing is wrong in \d+ checks, 1 not run: GOPROXY begins with no proxy in the network\.\n$/);
});

it('an error: status 1, each with what, why and the command; the tree is not touched', async () => {
  const { folder } = patient(tooNew, { GOFLAGS: '-mod=mod' });
  const before = treeState(folder);
  const { status, out, err } = await modscope(['doctor'], { cwd: folder });
  expect([status, err]).toEqual([1, '']);
  expect(out).toContain('\n2 things found: 1 error, 1 warn (');
  expect(out).toMatch(
    /\nerror {2}go-too-new\n {7}go\.mod says `go 1\.99`.*\n {7}\S.*\n {7}→ If there is a go 1\.99, install it .* --toolchain auto, .*\n/,
  );
  expect(out.indexOf('go-too-new')).toBeLessThan(out.indexOf('goflags'));
  expect(treeState(folder)).toEqual(before);
});

it('a warning alone: status 0', async () => {
  const { folder } = patient(fine, { GOFLAGS: '-mod=mod' });
  expect(await modscope(['doctor', folder])).toMatchObject({ status: 0 });
});

it.each([['--json'], ['--format=json']])('%s prints the diagnosis', async (flag) => {
  const { folder } = patient(tooNew);
  const { status, out } = await modscope(['doctor', '-C', folder, flag]);
  expect(status).toBe(1);
  const { about, found, checks, notRun } = JSON.parse(out) as Diagnosis;
  expect(about).toMatchObject({ root: folder, gowork: 'off' });
  expect(found).toMatchObject([{ code: 'go-too-new', severity: 'error' }]);
  expect(Object.keys(found[0] ?? {})).toEqual(['code', 'severity', 'what', 'why', 'remedy']);
  expect(checks).toBeGreaterThan(30);
  expect(notRun.map(({ codes }) => codes)).toEqual([['no-network']]);
});

it.each([
  ['a recording', ['doctor', '--sample', 'echo'], 'a recording is none of these'],
  ['a folder that is not there', ['doctor', '/no/such/folder'], 'There is no folder /no/such/folder.'],
])('%s: status 2', async (_, argv, words) => {
  const { status, out, err } = await modscope(argv);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(words);
});

it('no module, and no go: status 1, and the rest is looked at', async () => {
  const { folder } = patient({ 'empty/x': '' });
  const { status, out } = await modscope(['doctor', '--go', '/nowhere/go'], { cwd: path.join(folder, 'empty') });
  expect(status).toBe(1);
  expect(out).toContain('error  go-missing\n       There is no program /nowhere/go.');
  expect(out).toContain('error  no-module\n');
});

it('the name by which the shell stands in a folder counts', async () => {
  const { folder } = patient({ 'real/go.mod': fine['go.mod'] });
  symlinkSync('real', path.join(folder, 'link'));
  const cwd = path.join(folder, 'real');
  const by = (pwd: string) => modscope(['doctor'], { cwd, env: { PWD: path.join(folder, pwd) } });
  expect((await by('link')).out).toContain('folder-by-link');
  expect((await by('real')).out).not.toContain('folder-by-link');
  expect((await by('.')).out).not.toContain('folder-by-link');
});

it('a stranger’s words cannot colour the terminal or speak to a CI job', async () => {
  const { folder } = patient({
    'go.mod': goMod('example.com/m', 'go 1.21\n\nreplace example.com/z => "./\\u001b[31m::error::\\u202ex"\n'),
  });
  const { out } = await modscope(['doctor', folder]);
  expect(out).toContain('replace-folder-missing');
  for (const sign of ['\u001b', '\u202e']) expect(out).not.toContain(sign);
  expect(out).not.toMatch(/^\s*::/m);
});

it('ends with a signal', async () => {
  const { folder } = patient(fine);
  const stop = new AbortController();
  stop.abort();
  expect((await modscope(['doctor', folder], { signal: stop.signal })).status).toBe(130);
});

it('is named where go fails, and not where the words were wrong', async () => {
  const { folder } = patient(tooNew);
  expect((await modscope(['list', folder, '--go', '/nowhere/go'])).err).toContain(
    '`modscope doctor` looks for the cause.',
  );
  expect((await modscope(['list', '/no/such/folder'])).err).not.toContain('doctor');
  const refused = patient({ 'go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire example.com/nowhere v1.0.0\n' });
  const { err } = await modscope(['list', refused.folder]);
  expect(err).toContain('example.com/nowhere@v1.0.0');
  expect(err).not.toContain('doctor');
});

it('--plain: one thing a line, with what mends it', async () => {
  const { folder } = patient(tooNew);
  const { status, out } = await modscope(['doctor', folder, '--plain']);
  const [first = ''] = out.split('\n');
  expect([status, first.split('\t').slice(0, 2)]).toEqual([1, ['error', 'go-too-new']]);
  expect(first.split('\t')).toHaveLength(6);
});
