/** `why` of all that a user may name; the real go over a proxy in a folder. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/tree.ts';
import { layWorld } from '../support/world.ts';
import { modscope, type Ran } from './run.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** `modscope why ARGUMENTS` in the folder m/ of a world. */
function inWorld(files: Readonly<Record<string, string>>, dir = 'm'): (...argv: string[]) => Promise<Ran> {
  const folder = temporaryFolder();
  for (const [name, value] of Object.entries(layWorld(folder, files))) vi.stubEnv(name, value);
  return (...argv) => modscope(['why', ...argv], { cwd: path.join(folder, dir) });
}

const a1 = { 'proxy/example.com/a@v1.0.0/go.mod': 'module example.com/a\n\ngo 1.21\n\nrequire example.com/b v1.0.0\n' };
const b = (version: string): Record<string, string> => ({
  [`proxy/example.com/b@${version}/go.mod`]: 'module example.com/b\n\ngo 1.21\n',
});

describe('why of a module', () => {
  test('listed as // indirect: never “no main module requires it directly”', async () => {
    const why = inWorld({
      ...a1,
      ...b('v1.0.0'),
      'm/go.mod':
        'module example.com/m\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n\nrequire example.com/b v1.0.0 // indirect\n',
    });
    expect((await why('example.com/b')).out).toMatch(
      /^example\.com\/b v1\.0\.0 is selected; listed in go\.mod as \/\/ indirect\.\n/,
    );
    expect(JSON.parse((await why('example.com/b', '--json')).out)).toMatchObject({
      direct: false,
      declared: [{ main: 'example.com/m', file: 'go.mod', version: 'v1.0.0', indirect: true }],
    });
  });

  test('not listed; and in a workspace the file of the member that lists it', async () => {
    const files = {
      ...a1,
      ...b('v1.0.0'),
      'm/go.mod': 'module example.com/m\n\ngo 1.16\n\nrequire example.com/a v1.0.0\n',
    };
    expect((await inWorld(files)('example.com/b')).out).toContain('; no main module requires it directly.\n');
    const why = inWorld({
      ...files,
      'go.work': 'go 1.21\n\nuse (\n\t./m\n\t./n\n)\n',
      'n/go.mod': 'module example.com/n\n\ngo 1.21\n\nrequire example.com/b v1.0.0 // indirect\n',
    });
    expect((await why('example.com/b')).out).toContain('; listed in n/go.mod as // indirect.\n');
    expect((await why('example.com/a')).out).toContain('; m/go.mod requires it directly.\n');
  });

  test('replaced: by what, and which file says so; and the replacement itself', async () => {
    const why = inWorld({
      ...a1,
      ...b('v1.0.0'),
      'proxy/example.com/fork@v1.5.0/go.mod': 'module example.com/b\n\ngo 1.21\n',
      'm/go.mod':
        'module example.com/m\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n\nrequire example.com/b v1.0.0 // indirect\n\nreplace example.com/b => example.com/fork v1.5.0\n',
    });
    expect((await why('example.com/b')).out).toMatch(
      /^example\.com\/b v1\.0\.0 is selected, replaced by example\.com\/fork@v1\.5\.0 \(go\.mod\);/,
    );
    const fork = await why('example.com/fork');
    expect(fork.status).toBe(0);
    expect(fork.out).toContain('it stands in for another one.\n  go.mod: example.com/b => example.com/fork@v1.5.0\n');
    expect(fork.out).toContain('example.com/b v1.0.0 is selected');
  });

  test('another major of a module is no package of it', async () => {
    const why = inWorld({
      ...a1,
      ...b('v1.0.0'),
      'm/go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n',
    });
    const { status, out, err } = await why('example.com/a/v2');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('Did you mean example.com/a');
  });
});

describe('why of the go line', () => {
  const n = { 'proxy/example.com/n@v1.0.0/go.mod': 'module example.com/n\n\ngo 1.25.3\n' };

  test('what is selected and because of whom, where go.mod says less', async () => {
    const why = inWorld({ ...n, 'm/go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire example.com/n v1.0.0\n' });
    const { status, out } = await why('go');
    expect(status).toBe(0);
    expect(out).toBe(`go 1.25.3 is selected, because of example.com/n@v1.0.0; go.mod says go 1.21.

go.mod must say at least go 1.25.3: go refuses to build with less.

Required at 2 versions; the highest wins:
  ✓  1.25.3  example.com/n@v1.0.0
  ·  1.21    go.mod
`);
    expect((await why('go@1.21')).out).toContain('go 1.21 is superseded: go 1.25.3 is selected');
    expect((await why('go@1.3')).status).toBe(1);
    expect(JSON.parse((await why('go', '--json')).out)).toMatchObject({ selected: '1.25.3', tooLow: ['go.mod'] });
  });

  test('where go.mod says enough; the toolchain line; and no toolchain at all', async () => {
    const why = inWorld({
      ...n,
      'm/go.mod': 'module example.com/m\n\ngo 1.25.3\n\ntoolchain go1.26.0\n\nrequire example.com/n v1.0.0\n',
    });
    expect((await why('go')).out).toMatch(/^go 1\.25\.3 is selected, because of go\.mod, example\.com\/n@v1\.0\.0\.\n/);
    expect((await why('toolchain')).out).toMatch(/^toolchain go1\.26\.0 is selected, because of go\.mod\.\n/);
    const old = inWorld({ 'm/go.mod': 'module example.com/m\n\ngo 1.18\n' });
    expect(await old('toolchain')).toMatchObject({
      status: 0,
      out: 'No toolchain line counts here: nothing requires a toolchain.\n',
    });
  });

  test('in a workspace only the toolchain line of go.work counts, and a lower go line breaks nothing', async () => {
    const why = inWorld({
      ...n,
      'go.work': 'go 1.25.3\n\nuse ./m\n',
      'm/go.mod': 'module example.com/m\n\ngo 1.21\n\ntoolchain go1.26.0\n\nrequire example.com/n v1.0.0\n',
    });
    expect((await why('go')).out).not.toContain('must say');
    const { out } = await why('toolchain');
    expect(out).toMatch(/^toolchain go1\.25\.3 is selected, because of go@1\.25\.3\.\n/);
    expect(out).toContain('m/go.mod (go.work decides)');
  });
});

describe('why of what the graph does not hold', () => {
  const excluding = 'module example.com/m\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n\nexclude example.com/b v1.0.0\n';

  test('an excluded path: who requires it, and which file excludes it', async () => {
    const why = inWorld({ ...a1, ...b('v1.0.0'), 'm/go.mod': excluding });
    const { status, out, err } = await why('example.com/b');
    expect({ status, err }).toEqual({ status: 1, err: '' });
    expect(out).toBe(`example.com/b is not in the module graph.

go.mod excludes v1.0.0.
  v1.0.0 is required by example.com/a@v1.0.0: go drops the requirement.
`);
    expect((await why('example.com/b@v1.0.0')).out).toContain('required by example.com/a@v1.0.0');
    expect(JSON.parse((await why('example.com/b', '--json')).out)).toMatchObject({
      absent: true,
      excluded: [{ file: 'go.mod', version: 'v1.0.0' }],
      dropped: [{ version: 'v1.0.0', by: ['example.com/a@v1.0.0'] }],
    });
  });

  test('an excluded version of a path that is there at another one', async () => {
    const why = inWorld({
      ...a1,
      ...b('v1.0.0'),
      ...b('v1.1.0'),
      'm/go.mod': excluding.replace('v1.0.0\n\nexclude', 'v1.0.0\n\nrequire example.com/b v1.1.0\n\nexclude'),
    });
    expect(await why('example.com/b@v1.0.0')).toMatchObject({ status: 1 });
    const { status, out } = await why('example.com/b');
    expect(status).toBe(0);
    expect(out).toContain('go.mod excludes v1.0.0.\n  v1.0.0 is required by example.com/a@v1.0.0: go drops');
  });

  test('excluded, and nothing requires it', async () => {
    const why = inWorld({ 'm/go.mod': 'module example.com/m\n\ngo 1.21\n\nexclude example.com/b v1.0.0\n' });
    expect((await why('example.com/b')).out).toContain('  No go.mod that was read requires it.\n');
  });

  test('a line that is left in go.sum, which go mod tidy drops', async () => {
    const world = {
      'm/go.mod': 'module example.com/m\n\ngo 1.21\n',
      'm/m.go': 'package m\n',
      'm/go.sum':
        'example.com/old v1.0.0 h1:+incompatible=\nexample.com/old v1.0.0/go.mod h1:x=\nexample.com/old v0.9.0/go.mod h1:x=\n',
    };
    const why = inWorld(world);
    const { status, out } = await why('example.com/old');
    expect(status).toBe(1);
    expect(out).toContain(
      'It stands only in go.sum, at v1.0.0, v0.9.0: a line there is a checksum, and requires nothing.\n`go mod tidy` drops the lines',
    );
    const folder = temporaryFolder();
    const env = { ...process.env, ...layWorld(folder, world) };
    execFileSync('go', ['mod', 'tidy'], { cwd: path.join(folder, 'm'), env, stdio: 'pipe' });
    expect(readFileSync(path.join(folder, 'm/go.sum'), 'utf8')).toBe('');
    const before117 = inWorld({ ...world, 'm/go.mod': 'module example.com/m\n\ngo 1.17\n' });
    expect((await before117('example.com/old')).out).not.toContain('go mod tidy');
  });

  test('a replace line of what nothing requires', async () => {
    const why = inWorld({
      'm/go.mod': 'module example.com/m\n\ngo 1.21\n\nreplace example.com/x => ../x\n',
      'x/go.mod': 'module example.com/x\n',
    });
    const { status, out } = await why('example.com/x');
    expect(status).toBe(1);
    expect(out).toContain('go.mod replaces example.com/x by ../x.\nNothing in the graph requires it');
  });
});

describe('why of a package', () => {
  const world = {
    'proxy/example.com/a@v1.0.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
    'proxy/example.com/a@v1.0.0/a.go': 'package a\n',
    'proxy/example.com/a@v1.0.0/sub/s.go': 'package sub\n',
    'proxy/example.com/a/sub@v1.0.0/go.mod': 'module example.com/a/sub\n\ngo 1.21\n',
    'proxy/example.com/a/sub@v1.0.0/s.go': 'package sub\n',
    'm/go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n',
    'm/m.go': 'package m\n\nimport (\n\t_ "example.com/a/sub"\n\t_ "net/http"\n)\n',
  };

  test('the module that provides it, then the answer for that', async () => {
    const why = inWorld(world);
    const plain = await why('example.com/a/sub/deeper');
    expect(plain.status).toBe(0);
    expect(plain.out).toMatch(
      /^example\.com\/a\/sub\/deeper is no module of the graph\. If it is a package, its module is example\.com\/a, the longest module path that fits\.\nWhether there is such a package was not looked at/,
    );
    expect(plain.out).toContain('example.com/a v1.0.0 is selected; go.mod requires it directly.');
    const listed = await why('example.com/a/sub', '--packages');
    expect(listed.out).toMatch(/^example\.com\/a\/sub is a package of example\.com\/a\.\n\nImported \(/);
    expect(listed.out).toContain('example.com/a v1.0.0 is selected');
    const missing = await why('example.com/a/sub/deeper', '--packages');
    expect(missing.status).toBe(1);
    expect(missing.out).toContain('Nothing that is built or tested here imports such a package.');
  });

  test('one that two modules hold: both are named, and go refuses', async () => {
    const why = inWorld({
      ...world,
      'm/go.mod':
        'module example.com/m\n\ngo 1.21\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/a/sub v1.0.0\n)\n',
    });
    // Its own name is that of a module, too.
    const { out } = await why('example.com/a/sub', '--packages');
    expect(out).toContain('example.com/a/sub is a package of 2 modules, and go refuses to choose: example.com/a');
    expect((await why('example.com/a', '--packages')).out).toContain('example.com/a/sub is a package of 2 modules');
  });

  test('the standard library', async () => {
    const why = inWorld(world);
    expect(await why('net/http')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^net\/http belongs to the standard library/) as unknown,
    });
    expect((await why('net/http', '--packages')).out).toContain('  └ net/http\n');
  });

  test('a package of a main module', async () => {
    const { out } = await inWorld(world)('example.com/m/inner');
    expect(out).toContain('its module is example.com/m,');
    expect(out).toContain('example.com/m is the main module.');
  });
});

test('list shows (folder) for a version that only a folder stands for; programs get the version', async () => {
  const folder = temporaryFolder();
  const env = layWorld(folder, {
    'm/go.mod':
      'module example.com/m\n\ngo 1.21\n\nrequire (\n\texample.com/a v0.0.0-00010101000000-000000000000\n\texample.com/b v0.0.0\n\texample.com/c v1.0.0\n)\n\nreplace (\n\texample.com/a => ../a\n\texample.com/b => ../b\n\texample.com/c => ../c\n)\n',
    'a/go.mod': 'module example.com/a\n',
    'b/go.mod': 'module example.com/b\n',
    'c/go.mod': 'module example.com/c\n',
  });
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { out } = await modscope(['list'], { cwd: path.join(folder, 'm') });
  expect(out).toMatch(/^example\.com\/a +\(folder\) +direct, replaced by \.\.\/a$/m);
  expect(out).toMatch(/^example\.com\/b +\(folder\) +/m);
  expect(out).toMatch(/^example\.com\/c +v1\.0\.0 +/m);
  const json = await modscope(['list', '--json'], { cwd: path.join(folder, 'm') });
  expect(json.out).toContain('"version":"v0.0.0-00010101000000-000000000000"');
});
