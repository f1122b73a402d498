/** However a go.mod is saved, the page follows: editors' ways, git's, and a file or folder that goes and comes back. */
import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { asGoModSays, changingGo, fakeMod } from '../support/fake-go.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { serving, type Serving } from './serving.ts';

function modWith(version: string): string {
  return fakeMod.replace('v1.0.0', version);
}

async function watched() {
  const folder = temporaryFolder();
  const go = changingGo(folder);
  go.does(asGoModSays);
  const dir = layOut(path.join(folder, 'outer/module'), { 'go.mod': modWith('v1.0.0') });
  const server = await serving([dir, '--go', go.file, '--offline', '-q']);
  await server.settled();
  return { dir, file: path.join(dir, 'go.mod'), server, folder };
}

/** Resolves when the graph on show requires this version; the test's time limit ends one that never does. */
async function shows(server: Serving, version: string): Promise<void> {
  for (;;) {
    const answer = await server.ask('/api/snapshot');
    const text = await answer.text();
    if (answer.status === 200 && text.includes(`example.com/a@${version}`)) break;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await server.until(({ type }) => type === 'ready');
}

const ways: Readonly<Record<string, (file: string, text: string) => void | Promise<void>>> = {
  'written in place': (file, text) => {
    writeFileSync(file, text);
  },
  'truncated, then written a while later': async (file, text) => {
    const handle = openSync(file, 'r+');
    ftruncateSync(handle, 0);
    await new Promise((resolve) => setTimeout(resolve, 350));
    writeSync(handle, text);
    closeSync(handle);
  },
  'another file renamed over it': (file, text) => {
    writeFileSync(`${file}~`, text);
    renameSync(`${file}~`, file);
  },
  'renamed away for a backup, then written anew': (file, text) => {
    renameSync(file, `${file}.bak`);
    writeFileSync(file, text);
    unlinkSync(`${file}.bak`);
  },
  'copied for a backup, deleted, written, touched': (file, text) => {
    copyFileSync(file, `${file}.orig`);
    unlinkSync(file);
    writeFileSync(file, text);
    utimesSync(file, new Date(1_000_000), new Date(1_000_000));
    unlinkSync(`${file}.orig`);
  },
  'written with the time of the old one kept': (file, text) => {
    writeFileSync(file, text);
    utimesSync(file, new Date(0), new Date(0));
  },
};

describe('the page follows a go.mod that is', () => {
  it('saved in each of the ways of editors, one after the other', async () => {
    const { file, server } = await watched();
    let minor = 1;
    for (const [name, save] of Object.entries(ways)) {
      const version = `v1.${minor++}.0`;
      await save(file, modWith(version));
      await shows(server, version);
      expect(name).not.toBe('');
    }
    await server.end();
  });

  it('deleted, and restored', async () => {
    const { file, server } = await watched();
    rmSync(file);
    expect(await server.until(({ type }) => type === 'failed')).toMatchObject({ fault: { code: 'no-module' } });
    writeFileSync(file, modWith('v1.1.0'));
    await shows(server, 'v1.1.0');
    // Once more: the second time is as good as the first.
    rmSync(file);
    await server.until(({ type }) => type === 'failed');
    writeFileSync(file, modWith('v1.2.0'));
    await shows(server, 'v1.2.0');
    await server.end();
  });

  it('deleted below another module, which is shown meanwhile, and restored', async () => {
    const { dir, file, server } = await watched();
    writeFileSync(path.join(dir, '..', 'go.mod'), modWith('v1.8.0'));
    rmSync(file);
    await shows(server, 'v1.8.0');
    writeFileSync(file, modWith('v1.1.0'));
    await shows(server, 'v1.1.0');
    await server.end();
  });

  it('in a folder that is replaced as a whole', async () => {
    const { dir, server } = await watched();
    layOut(`${dir}.new`, { 'go.mod': modWith('v1.1.0') });
    renameSync(dir, `${dir}.old`);
    renameSync(`${dir}.new`, dir);
    await shows(server, 'v1.1.0');
    writeFileSync(path.join(dir, 'go.mod'), modWith('v1.2.0'));
    await shows(server, 'v1.2.0');
    await server.end();
  });

  it('in a folder that is deleted, and made again', async () => {
    const { dir, file, server } = await watched();
    rmSync(dir, { recursive: true });
    await server.until(({ type }) => type === 'failed');
    mkdirSync(dir);
    writeFileSync(file, modWith('v1.1.0'));
    await shows(server, 'v1.1.0');
    await server.end();
  });
});
