/** What mends a refusal is tried with the sources at hand; out of a proxy that is a folder they come without the network. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { addToProxy } from '../../conformance/proxy-folder.ts';
import { modscope } from '../../cli/run.ts';
import { temporaryFolder } from '../../support/tree.ts';
import { patient, type Patient } from './examined.ts';

/** A proxy with example.com/lower, which example.com/upper imports. */
function proxyFolder(): string {
  const folder = path.join(temporaryFolder(), 'proxy');
  const add = (name: string, mod: string, text: string): void => {
    const whole = `module example.com/${name}\n\ngo 1.21\n${mod}`;
    const files = [
      { name: 'go.mod', text: whole },
      { name: `${name}.go`, text },
    ];
    addToProxy(folder, { path: `example.com/${name}`, version: 'v1.0.0', mod: whole, files });
  };
  add('lower', '', 'package lower\n');
  add('upper', '\nrequire example.com/lower v1.0.0\n', 'package upper\n\nimport _ "example.com/lower"\n');
  return pathToFileURL(folder).href;
}

const required = 'require example.com/upper v1.0.0\n\nrequire example.com/lower v1.0.0 // indirect\n';
const needless = {
  'go.mod': `module example.com/main\n\ngo 1.21\n\ntoolchain default\n\n${required}`,
  'main.go': 'package main\n\nimport _ "example.com/upper"\n\nfunc main() {}\n',
};
const lower = { ...needless, 'go.mod': `module example.com/main\n\ngo 1.20\n\n${required}` };
const vendored = {
  ...needless,
  'go.mod': `module example.com/main\n\ngo 1.21\n\n${required}`,
  'vendor/modules.txt': '# example.com/lower v1.0.0\n## explicit; go 1.21\nexample.com/lower\n',
  'vendor/example.com/lower/lower.go': 'package lower\n',
};

const commandsOf = async ({ look }: Patient): Promise<(string | undefined)[]> =>
  (await look()).found.map(({ remedy }) => remedy?.command);

it.each([
  ['a toolchain line that go would not keep, and no go.sum', needless, ['go mod tidy', 'go mod tidy']],
  ['a go line that is too low, and no go.sum', lower, ['go mod tidy', 'go mod tidy']],
  ['a vendor folder that is not whole, and no go.sum', vendored, ['go mod tidy && go mod vendor', 'go mod tidy']],
])('%s: the command is there, though the module cache is empty', async (_, files, commands) => {
  const one = patient(files, { GOPROXY: proxyFolder() });
  expect(await commandsOf(one)).toEqual(commands);
  for (const command of commands) one.type(command);
  expect((await one.look()).found).toEqual([]);
});

it('a proxy that may lead to the network: words alone, and what would try them', async () => {
  const { folder } = patient(needless, { GOPROXY: `${proxyFolder()},direct` });
  const { out } = await modscope(['doctor'], { cwd: folder });
  expect(out).not.toContain(' && go mod tidy\n');
  expect(out).toMatch(
    // The line of the toolchain can be taken out without a network.
    /\n\nOne fix could not be tried without the network, so no command is shown: modscope doctor --facts uses the network\.\n$/,
  );
  const { out: json } = await modscope(['doctor', '--json'], { cwd: folder });
  expect(JSON.parse(json)).toMatchObject({ untried: 1 });
  const { out: offline } = await modscope(['doctor', '--offline'], { cwd: folder });
  expect(offline).toContain('go-sum-missing');
  expect(offline).not.toContain('--facts');
  const { out: online } = await modscope(['doctor', '--facts'], { cwd: folder });
  expect(online).toContain(' && go mod tidy\n');
  expect(online).not.toContain('could not be tried');
});

it('what findings and check print names the folder that it is for, where the user stands in another', async () => {
  const one = patient(needless, { GOPROXY: proxyFolder() });
  const elsewhere = temporaryFolder();
  for (const verb of ['findings', 'check']) {
    const there = await modscope([verb, '-q'], { cwd: one.folder });
    expect(there.out, verb).toMatch(/\n +go mod tidy\n/);
    const { out } = await modscope([verb, '-q', '-C', one.folder], { cwd: elsewhere });
    expect(out, verb).toContain(` cd ${one.folder} && go mod tidy\n`);
    expect(out, verb).not.toMatch(/\n +go mod tidy\n/);
  }
});

it('what go did not take for one finding is advised for no other', async () => {
  const folder = path.join(temporaryFolder(), 'proxy');
  const old = 'module example.com/r\n\ngo 1.21\n';
  const next = `${old}\nretract v1.0.0 // broken\n`;
  addToProxy(folder, {
    path: 'example.com/r',
    version: 'v1.0.0',
    mod: old,
    files: [
      { name: 'go.mod', text: old },
      { name: 'old/old.go', text: 'package old\n' },
    ],
  });
  addToProxy(folder, {
    path: 'example.com/r',
    version: 'v1.2.0',
    mod: next,
    files: [
      { name: 'go.mod', text: next },
      { name: 'r.go', text: 'package r\n' },
    ],
  });
  const one = patient(
    {
      'go.mod': 'module example.com/main\n\ngo 1.21\n\nrequire example.com/r v1.0.0\n',
      'main.go': 'package main\n\nimport _ "example.com/r/old"\n\nfunc main() {}\n',
    },
    { GOPROXY: pathToFileURL(folder).href },
  );
  one.type('go mod tidy');
  const { out } = await modscope(['findings', '--facts', '--json', '-q'], { cwd: one.folder });
  const found = JSON.parse(out) as { code: string; remedy: { words: string; command?: string } }[];
  expect(found.map(({ code }) => code)).toEqual(['selected-retracted', 'update-available']);
  for (const { code, remedy } of found) {
    expect(remedy.command, code).toBeUndefined();
    expect(remedy.words, code).toMatch(/cannot (take it|be raised to v1\.2\.0): No module provides/);
  }
});
