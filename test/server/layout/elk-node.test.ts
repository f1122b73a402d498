import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../../../drawing/layout/check.ts';
import { startElk } from '../../../server/layout/elk-node.ts';
import { plainGraph } from '../../drawing/layout/graphs.ts';

const never = new AbortController().signal;
const graph = plainGraph(4, [0, 1], [0, 2], [1, 3], [2, 3], [0, 3]);
let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'modscope-elk-'))));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A worker script that stands in for elk's. */
function script(name: string, text: string): string {
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, text);
  return file;
}

describe('startElk', () => {
  it('lays out, one after the other, also when asked at once', async () => {
    const elk = startElk();
    const layouts = await Promise.all([elk.engine(graph, 'down', never), elk.engine(graph, 'right', never)]);
    for (const layout of layouts) expect(faultsOf(layout, graph)).toEqual([]);
    await elk.close();
  });

  it('starts again after it was closed', async () => {
    const elk = startElk();
    await elk.engine(graph, 'down', never);
    await elk.close();
    expect(faultsOf(await elk.engine(graph, 'down', never), graph)).toEqual([]);
    await elk.close();
    await elk.close();
  });

  it('ends a busy thread when cancelled', async () => {
    const elk = startElk({
      script: script('busy', 'self.onmessage = ({ data }) => { if (data.cmd === "layout") for (;;); };'),
    });
    const control = new AbortController();
    const layout = elk.engine(graph, 'down', control.signal);
    setTimeout(() => {
      control.abort(new Error('stop'));
    }, 50);
    await expect(layout).rejects.toThrow('stop');
    await elk.close();
  });

  it('gives up a thread that never answers', async () => {
    const elk = startElk({ script: script('mute', 'self.onmessage = () => {};'), deadline: 50 });
    await expect(elk.engine(graph, 'down', never)).rejects.toMatchObject({ code: 'too-large' });
    await elk.close();
  });

  it.each([
    [
      'dies',
      'self.onmessage = ({ data }) => { if (data.cmd === "layout") throw new Error("out of luck"); };',
      'out of luck',
    ],
    ['ends', 'self.onmessage = ({ data }) => { if (data.cmd === "layout") process.exit(0); };', 'ended'],
    ['cannot start', 'throw new Error("no script");', ''],
    [
      'says that it failed',
      'self.onmessage = ({ data }) => self.postMessage({ id: data.id, error: { message: "a null pointer" } });',
      'a null pointer',
    ],
    ['says nothing', 'self.onmessage = ({ data }) => self.postMessage({ id: data.id });', 'did not say why'],
  ])('is a fault when elk %s', async (name, text, words) => {
    const elk = startElk({ script: script(name.replaceAll(' ', '-'), text) });
    await expect(elk.engine(graph, 'down', never)).rejects.toMatchObject({
      code: 'defect',
      message: expect.stringContaining(words) as string,
    });
    // The next one is told the same, and neither hangs.
    await expect(elk.engine(graph, 'down', never)).rejects.toMatchObject({ code: 'defect' });
    await elk.close();
  });

  it('holds the layouts that wait when one is cancelled', async () => {
    const elk = startElk();
    const control = new AbortController();
    const first = elk.engine(graph, 'down', control.signal);
    const second = elk.engine(graph, 'down', never);
    control.abort(new Error('stop'));
    await expect(first).rejects.toThrow('stop');
    expect(faultsOf(await second, graph)).toEqual([]);
    await elk.close();
  });
});
