import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { describe, expect, it } from 'vitest';
import { elkEngine } from '../../../drawing/layout/elk.ts';
import type { CancelSignal } from '../../../drawing/layout/types.ts';
import { plainGraph } from './graphs.ts';

const never = new AbortController().signal;
const graph = plainGraph(3, [0, 1], [0, 2]);

describe('elkEngine', () => {
  it('gives up an elk that never answers, and tells the runner', async () => {
    let told: unknown;
    const engine = elkEngine((_graph, signal) => {
      signal.addEventListener('abort', () => (told = signal.reason));
      return new Promise(() => undefined);
    }, 5);
    await expect(engine(graph, 'down', never)).rejects.toMatchObject({ name: 'Fault', code: 'too-large' });
    expect(told).toMatchObject({ code: 'too-large' });
  });

  it('rejects with the reason of the signal, and tells the runner', async () => {
    const control = new AbortController();
    let runner: CancelSignal | undefined;
    const engine = elkEngine((_graph, signal) => {
      runner = signal;
      return new Promise(() => undefined);
    });
    const layout = engine(graph, 'down', control.signal);
    const reason = new Error('not wanted any more');
    control.abort(reason);
    await expect(layout).rejects.toBe(reason);
    expect(runner?.aborted).toBe(true);
  });

  it('asks nothing when it is cancelled before it begins', async () => {
    let asked = 0;
    const engine = elkEngine(() => {
      asked++;
      return new Promise(() => undefined);
    });
    await expect(engine(graph, 'down', AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
    expect(asked).toBe(0);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('java.lang.NullPointerException'))],
    [
      'throws',
      () => {
        throw new Error('java.lang.NullPointerException');
      },
    ],
  ])('says what elk said when it %s', async (_how, run) => {
    const engine = elkEngine(run);
    await expect(engine(graph, 'down', never)).rejects.toMatchObject({
      code: 'defect',
      message: expect.stringContaining('NullPointerException') as string,
    });
  });

  it.each<[string, (graph: ElkNode) => ElkNode]>([
    ['without places', (asked) => asked],
    ['of another graph', (asked) => ({ ...asked, children: [] })],
    ['without routes', (asked) => ({ ...asked, children: (asked.children ?? []).map((c) => ({ ...c, x: 0, y: 0 })) })],
  ])('refuses an answer %s', async (_what, answer) => {
    const far = plainGraph(3, [0, 1], [1, 2], [0, 2]);
    const placed = (asked: ElkNode): ElkNode => {
      const given = answer(asked);
      return {
        ...given,
        children: (given.children ?? []).map((c, n) => (c.y === undefined ? c : { ...c, y: n * 100 })),
      };
    };
    const engine = elkEngine((asked) => Promise.resolve(placed(asked)));
    await expect(engine(far, 'down', never)).rejects.toMatchObject({ code: 'defect' });
  });

  it('needs no elk for boxes without lines', async () => {
    const engine = elkEngine(() => Promise.reject(new Error('elk was asked')));
    const boxes = Array.from({ length: 9 }, () => ({ width: 100, height: 36, steps: -1 }));
    const layout = await engine({ boxes, lines: [] }, 'down', never);
    expect(layout.width / layout.height).toBeGreaterThan(1);
  });
});
