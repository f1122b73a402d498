/** What looks like a fault and is none: go.sum that is not there, and lines that end in CR LF. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { modscope } from '../cli/run.ts';
import { changingGo, fakeMod } from '../support/fake-go.ts';
import { mainMod, world } from '../support/modules.ts';
import { makeProxy } from '../support/proxy.ts';
import { layOut, temporaryFolder, treeState } from '../support/tree.ts';

describe('go.sum missing', () => {
  it('with a proxy that has the modules: the whole graph, status 0, and no go.sum is written', async () => {
    const folder = temporaryFolder();
    for (const [name, value] of Object.entries(makeProxy(folder, world).env)) vi.stubEnv(name, value);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const dir = layOut(path.join(folder, 'module'), { 'go.mod': mainMod });
    const before = treeState(dir);
    const { status, out, err } = await modscope(['list', dir]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('example.com/Caps');
    expect(existsSync(path.join(dir, 'go.sum'))).toBe(false);
    expect(treeState(dir)).toEqual(before);
  });
});

describe('NUL and CRLF', () => {
  it('a go.mod and an answer with CR LF are read like others', async () => {
    const folder = temporaryFolder();
    const go = changingGo(folder);
    go.works(
      `if [ "$1 $2" = "mod graph" ]; then printf 'example.com/m example.com/a@v1.0.0\\r\\n'; exit 0; fi; if [ "$1 $2" = "mod edit" ]; then exit 1; fi`,
    );
    const dir = layOut(path.join(folder, 'module'), { 'go.mod': fakeMod.replaceAll('\n', '\r\n') });
    const { status, out, err } = await modscope(['list', dir, '--go', go.file, '--json']);
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject([{ path: 'example.com/m' }, { path: 'example.com/a', version: 'v1.0.0' }]);
  });
});
