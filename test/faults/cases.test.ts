/** Each fault through the command line and through the server: what is said, and that the next one works. */
import * as v from 'valibot';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../support/tree.ts';
import { modscope } from '../cli/run.ts';
import type { Broken, Case } from './broken.ts';
import { fakeCases } from './fake-cases.ts';
import { realCases } from './real-cases.ts';
import { serving, type Serving } from './serving.ts';

async function arranged({ arrange }: Case): Promise<Broken> {
  const broken = await arrange(temporaryFolder());
  for (const [name, value] of Object.entries(broken.env ?? {})) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return broken;
}

/** Where a part of a text is missing, the text is shown. */
function expectAll(text: string, parts: Case['says']): void {
  for (const part of parts) {
    if (typeof part === 'string') expect(text).toContain(part);
    else expect(text).toMatch(part);
  }
}

/** What is on show; packages and facts come later, in a time of their own. */
async function modulesOf(server: Serving): Promise<unknown> {
  const answer = await server.ask('/api/snapshot');
  expect(answer.status).toBe(200);
  return v.parse(v.object({ modules: v.array(v.unknown()) }), await answer.json()).modules;
}

describe.each([...fakeCases, ...realCases])('$fault: $name', (one) => {
  it('list says it, with the right status, and the next list works', async () => {
    const broken = await arranged(one);
    const list = ['list', broken.dir, ...broken.args];
    expect(await modscope(list)).toMatchObject({ status: 0, err: '' });
    await broken.break();
    const { status, out, err } = await modscope(list);
    expect([status, err]).toEqual([one.status, expect.stringMatching(/^modscope: /)]);
    expectAll(err, one.says);
    expect(err).not.toMatch(/\n\s+at .*:\d+/);
    expect(out).toContain(one.shows ?? '');
    await broken.mend();
    expect(await modscope(list)).toMatchObject({ status: 0, err: '' });
  });

  it('serve says it, keeps the whole graph, and the next refresh works', async () => {
    const broken = await arranged(one);
    const server = await serving([broken.dir, ...broken.args]);
    // Nothing is asked in the background any more: what breaks, breaks for the refresh.
    const first = await server.quiet();
    expect(first).toMatchObject({ type: 'ready' });
    const whole = await modulesOf(server);
    // Out of the stream: the watch may start the next load at once, which can fail in another way.
    const failing = await server.listen(({ type }) => type === 'failed');
    await broken.break();
    await server.refresh();
    const failed = await failing.event;
    expect(failed).toMatchObject({ type: 'failed', fault: { code: one.code } });
    if (failed.type !== 'failed') throw new Error('never');
    expect(failed.etag).toMatch(/^"[0-9a-f]{64}"$/);
    const { message, hint = '', detail = '' } = failed.fault;
    expectAll([message, hint, detail].join('\n'), one.says);
    expect(message).not.toMatch(/\n\s+at .*:\d+/);
    expect(await modulesOf(server)).toEqual(whole);
    await broken.mend();
    await server.refresh();
    expect(await server.until(({ type }) => type === 'ready')).toMatchObject({ type: 'ready' });
    expect(await server.end()).toMatchObject({ status: 143 });
  });
});
