/** Every way a program can end, and that nothing of it is left. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { run, type RunOptions } from '../../../server/process/run.ts';
import { isAlive } from '../../support/processes.ts';
import { temporaryFolder } from '../../support/tree.ts';

const sh = '/bin/sh';

function options(more: Partial<RunOptions> = {}): RunOptions {
  return {
    cwd: '/',
    env: { PATH: process.env['PATH'] ?? '' },
    timeout: 0,
    signal: new AbortController().signal,
    shown: 'go test',
    onStdout: () => undefined,
    ...more,
  };
}

/** Faults only: anything else fails the test. */
async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('it should have failed');
}

/** A script that ignores SIGTERM and starts a process that does so too; both write their number to a file. */
function stubborn(folder: string): string {
  const pids = path.join(folder, 'pids');
  return `trap '' TERM; sh -c "trap '' TERM; echo \\$\\$ >> ${pids}; while :; do sleep 0.05; done" & echo $$ >> ${pids}; echo started; while :; do sleep 0.05; done`;
}

function pidsIn(folder: string): number[] {
  return readFileSync(path.join(folder, 'pids'), 'utf8').trim().split('\n').map(Number);
}

describe('run', () => {
  it('hands on stdout in chunks, keeps stderr, tells the status', async () => {
    const chunks: Uint8Array[] = [];
    const result = await run(
      sh,
      ['-c', 'printf "a b"; printf words >&2; exit 3'],
      options({ onStdout: (chunk) => chunks.push(chunk) }),
    );
    expect(Buffer.concat(chunks).toString()).toBe('a b');
    expect(result).toEqual({ status: 3, endedBy: undefined, stderr: 'words' });
  });

  it('passes arguments as they are: no shell reads them', async () => {
    let out = '';
    await run('/bin/echo', ['$(id)', '; ls', '`x`'], options({ onStdout: (chunk) => (out += String(chunk)) }));
    expect(out).toBe('$(id) ; ls `x`\n');
  });

  it('gives the program the environment that it is told and no other, and no input', async () => {
    let out = '';
    const env = { ONLY: 'this' };
    await run('/usr/bin/env', [], options({ env, onStdout: (chunk) => (out += String(chunk)) }));
    expect(out).toMatch(/^ONLY=this\nMODSCOPE_STARTED_BY=\d+-[0-9a-f]{24}\n$/);
    const read = await run(sh, ['-c', 'read line; exit $?'], options());
    expect(read.status).toBe(1);
  });

  it('tells which signal ended it', async () => {
    const result = await run(sh, ['-c', 'kill -9 $$'], options());
    expect(result).toMatchObject({ status: undefined, endedBy: 'SIGKILL' });
  });

  it('keeps one megabyte of a flood of stderr', async () => {
    const result = await run(sh, ['-c', 'head -c 5000000 /dev/zero >&2'], options());
    expect(result.status).toBe(0);
    expect(result.stderr).toHaveLength(1 << 20);
  });

  it('says that there is no such program', async () => {
    expect((await faultOf(run('/nowhere/go', [], options()))).code).toBe('go-missing');
  });

  it('says that a file is not executable, or that its interpreter is missing', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'go');
    writeFileSync(file, '#!/nowhere/sh\n', { mode: 0o644 });
    expect((await faultOf(run(file, [], options()))).code).toBe('go-not-executable');
    const other = path.join(folder, 'go2');
    writeFileSync(other, '#!/nowhere/sh\n', { mode: 0o755 });
    expect((await faultOf(run(other, [], options()))).code).toBe('go-not-executable');
  });

  it('says that the folder is gone', async () => {
    expect((await faultOf(run(sh, [], options({ cwd: '/nowhere' })))).code).toBe('not-found');
  });

  it('ends a group that ignores SIGTERM, grandchild and all, when it takes too long', async () => {
    const folder = temporaryFolder();
    const fault = await faultOf(run(sh, ['-c', stubborn(folder)], options({ timeout: 400 })));
    expect(fault).toMatchObject({ code: 'go-timeout' });
    expect(fault.message).toContain('go test did not end within 0.4 seconds');
    const pids = pidsIn(folder);
    expect(pids).toHaveLength(2);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('ends the group when it is cancelled', async () => {
    const folder = temporaryFolder();
    const controller = new AbortController();
    const onStdout = (): void => {
      setTimeout(() => {
        controller.abort();
      }, 100);
    };
    const { signal } = controller;
    const fault = await faultOf(run(sh, ['-c', stubborn(folder)], options({ signal, onStdout })));
    expect(fault.code).toBe('cancelled');
    expect(pidsIn(folder).filter(isAlive)).toEqual([]);
  });

  it('ends a group that was stopped with SIGSTOP', async () => {
    const fault = await faultOf(run(sh, ['-c', 'kill -STOP $$; echo on'], options({ timeout: 200 })));
    expect(fault.code).toBe('go-timeout');
  });

  it('starts nothing when it is cancelled before', async () => {
    expect((await faultOf(run(sh, [], options({ signal: AbortSignal.abort() })))).code).toBe('cancelled');
  });

  it('ends the program and throws on what the reader of stdout throws', async () => {
    const onStdout = (): never => {
      throw new Fault('go-output-flood', 'too much');
    };
    expect((await faultOf(run('/usr/bin/yes', [], options({ onStdout })))).code).toBe('go-output-flood');
  });

  it('does not wait for ever for something left behind that holds the pipe', async () => {
    const folder = temporaryFolder();
    const pids = path.join(folder, 'pids');
    const script = `(trap '' TERM; while :; do sleep 0.05; done) & echo $! > ${pids}; echo done; exit 0`;
    const result = await run(sh, ['-c', script], options());
    expect(result.status).toBe(0);
    expect(pidsIn(folder).filter(isAlive)).toEqual([]);
  });

  it('does not wait for ever for a process that left the group', async () => {
    const folder = temporaryFolder();
    const pids = path.join(folder, 'pids');
    const script = `setsid sh -c 'echo $$ > ${pids}; sleep 30' & sleep 30`;
    expect((await faultOf(run(sh, ['-c', script], options({ timeout: 300 })))).code).toBe('go-timeout');
    for (const pid of pidsIn(folder)) process.kill(pid, 'SIGKILL');
  });
});
