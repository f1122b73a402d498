import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import ErrorState from '../../../../client/panels/ErrorState.svelte';
import Doctor from '../../../../client/panels/states/Doctor.svelte';
import type { Diagnosis } from '../../../../graph/diagnosis/types.ts';
import { Fault } from '../../../../graph/fault.ts';

const sick: Diagnosis = {
  about: {},
  found: [
    {
      code: 'goflags',
      severity: 'warn',
      what: 'GOFLAGS has -mod=mod\u202e.',
      why: '<b>why</b>',
      remedy: { words: '', command: 'unset GOFLAGS', tried: 'in tests' },
    },
    { code: 'linked-folder', severity: 'info', what: 'a link', why: 'so' },
  ],
  checks: 30,
  notRun: [{ codes: ['no-network'], why: '--offline' }],
};

it('shows what, why and the command, as words', async () => {
  const { container } = render(Doctor, { ask: () => Promise.resolve(sick) });
  expect(screen.getByText('Running diagnostics …')).toBeTruthy();
  expect(await screen.findByText('2 things found: 1 warn, 1 info (30 checks, 1 not run: --offline)')).toBeTruthy();
  expect(screen.getByText('GOFLAGS has -mod=mod\ufffd.')).toBeTruthy();
  expect(screen.getByText('warn · goflags')).toBeTruthy();
  expect(screen.getByText('<b>why</b>')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy unset GOFLAGS' })).toBeTruthy();
  expect(container.querySelectorAll('li')).toHaveLength(2);
  expect(container.querySelectorAll('code')).toHaveLength(1);
});

it('looks again, and passes over an answer that comes too late', async () => {
  const answers: ((diagnosis: Diagnosis) => void)[] = [];
  const signals: AbortSignal[] = [];
  const ask = vi.fn((signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<Diagnosis>((resolve) => answers.push(resolve));
  });
  const { unmount } = render(Doctor, { ask });
  await fireEvent.click(screen.getByRole('button', { name: 'Run again' }));
  expect([ask.mock.calls.length, signals[0]?.aborted]).toEqual([2, true]);
  answers[1]?.({ ...sick, found: [], notRun: [] });
  expect(await screen.findByText('Nothing is wrong in 30 checks.')).toBeTruthy();
  answers[0]?.(sick);
  await Promise.resolve();
  expect(screen.queryByText('a link')).toBeNull();
  unmount();
  expect(signals[1]?.aborted).toBe(true);
});

it('says why nobody answers', async () => {
  render(Doctor, { ask: () => Promise.reject(new Fault('not-found', 'modscope is not responding.')) });
  expect(await screen.findByText('modscope is not responding.')).toBeTruthy();
});

it('is offered where a load failed, and asked by a click only', async () => {
  const ask = vi.fn(() => Promise.resolve(sick));
  const props = { fault: { code: 'go-failed', message: 'no' }, partial: false, onretry: vi.fn() } as const;
  const { unmount } = render(ErrorState, { ...props, doctor: ask });
  expect(ask).not.toHaveBeenCalled();
  await fireEvent.click(screen.getByRole('button', { name: 'Run diagnostics' }));
  expect(await screen.findByText('warn · goflags')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Run diagnostics' })).toBeNull();
  unmount();
  render(ErrorState, props);
  expect(screen.queryByRole('button', { name: 'Run diagnostics' })).toBeNull();
});
