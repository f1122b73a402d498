import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import EmptyState from '../../../client/panels/EmptyState.svelte';
import ErrorState from '../../../client/panels/ErrorState.svelte';
import LoadingState from '../../../client/panels/LoadingState.svelte';
import OfflineStrip from '../../../client/panels/OfflineStrip.svelte';
import PartialStrip from '../../../client/panels/PartialStrip.svelte';
import FaultStrip from '../../../client/chrome/FaultStrip.svelte';
import Tooltip from '../../../client/panels/Tooltip.svelte';
import { modelOf } from '../../graph/lines.ts';
import { layOut } from './laid-out.ts';
import { hostilePath, small, viewOf } from './models.ts';

beforeAll(layOut);
const said = (role: string): string => screen.getByRole(role).textContent.replaceAll(/\s+/g, ' ').trim();

describe('LoadingState', () => {
  it('names phases, with a bar only where the total is known, and cancels', async () => {
    const oncancel = vi.fn();
    render(LoadingState, {
      phases: [
        { name: 'go mod graph', state: 'running', count: 12, took: 5 },
        { name: 'go list -m', state: 'running', count: 210, total: 416, took: 5 },
      ],
      oncancel,
    });
    const bar = screen.getByRole<HTMLProgressElement>('progressbar');
    expect([bar.value, bar.max]).toEqual([210, 416]);
    expect(screen.getByText('go mod graph: 12 versions')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(oncancel).toHaveBeenCalledOnce();
  });

  it('is never silent', () => {
    render(LoadingState, { phases: [], oncancel: vi.fn() });
    expect(screen.getByText('Connecting')).toBeTruthy();
  });
});

describe('EmptyState', () => {
  it('names the query that matches nothing, and drops it', async () => {
    const onclear = vi.fn();
    render(EmptyState, {
      view: { ...viewOf(small), options: { ...viewOf(small).options, query: 'is:tool' } },
      onclear,
    });
    expect(said('status')).toContain('No module matches is:tool. 5 match without it.');
    await fireEvent.click(screen.getByRole('button', { name: 'Remove is:tool' }));
    expect(onclear).toHaveBeenCalledOnce();
  });

  it('teaches when there are no requirements', () => {
    render(EmptyState, { view: viewOf(modelOf('m go@1.22')), onclear: vi.fn() });
    expect(said('status')).toContain('m requires nothing yet.');
  });
});

describe('ErrorState', () => {
  it("has go's own words as text, a command to copy, and what can be shown", async () => {
    const [onretry, onshow] = [vi.fn(), vi.fn()];
    const { container } = render(ErrorState, {
      fault: {
        code: 'go-failed',
        message: 'go mod graph failed',
        hint: 'Run `go mod download`.',
        detail: '<img src=x onerror=alert(1)>',
      },
      partial: true,
      onretry,
      onshow,
    });
    expect(said('alert')).toContain('go mod graph failed');
    expect(screen.getByLabelText("go's own words").textContent).toBe('<img src=x onerror=alert(1)>');
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy go mod download' })).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Show what go.mod says' }));
    expect([onretry.mock.calls.length, onshow.mock.calls.length]).toEqual([1, 1]);
  });

  it('offers nothing to show where there is nothing', () => {
    render(ErrorState, {
      fault: { code: 'no-module', message: 'No go.mod' },
      partial: false,
      onretry: vi.fn(),
      onshow: vi.fn(),
    });
    expect(screen.queryByRole('button', { name: 'Show what go.mod says' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy modscope DIR' })).toBeTruthy();
  });
});

describe('PartialStrip', () => {
  const problem = { code: 'load-error', subject: `${hostilePath}@v1.0.0`, text: 'not found' };

  it("unfolds go's words, and tries again", async () => {
    const onretry = vi.fn();
    const { container } = render(PartialStrip, { problems: [problem, { ...problem, subject: 'b' }], onretry });
    expect(screen.getByText('2 modules could not be loaded.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: "go's words" }));
    expect(screen.getByLabelText("go's own words").textContent).toBe(`${hostilePath}@v1.0.0: not found\nb: not found`);
    expect(container.querySelector('img')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(onretry).toHaveBeenCalledOnce();
  });

  it('is not there without problems', () => {
    render(PartialStrip, { problems: [], onretry: vi.fn() });
    expect(screen.queryByRole('region')).toBeNull();
  });
});

describe('OfflineStrip', () => {
  it('says how old what is on show is', () => {
    render(OfflineStrip, { age: 187_000, onretry: vi.fn() });
    expect(said('status')).toContain('read 3 min ago');
  });
});

describe('Tooltip', () => {
  it('shows its words as text, inside the window', () => {
    const over = { x: 5000, y: 5000, width: 100, height: 36 };
    const tip = { name: hostilePath, rows: ['v1.0.0', 'required by 14 · requires 4', 'deprecated'], more: 19 };
    const { container } = render(Tooltip, { tip: { ...tip, glyph: 'deprecated' }, over, lit: [] });
    const shown = container.querySelector<HTMLElement>('.tooltip');
    expect(shown?.textContent).toContain(hostilePath);
    expect(shown?.textContent).toContain('19 more');
    expect(container.querySelector('img')).toBeNull();
    expect(parseFloat(shown?.style.left ?? '')).toBeLessThan(5000);
    expect(parseFloat(shown?.style.top ?? '')).toBeLessThan(5000);
  });
});

describe('FaultStrip', () => {
  const fault = { code: 'go-failed', message: 'go mod graph failed', detail: '<img src=x>' } as const;

  it('has what mends it as a command to copy, not as a sentence in backquotes', async () => {
    const { container } = render(FaultStrip, {
      fault: { ...fault, hint: 'If you trust it: `git config --global --add safe.directory /m`.' },
    });
    expect(screen.queryByRole('button', { name: /^Copy/ })).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(screen.getByRole('button', { name: 'Copy git config --global --add safe.directory /m' })).toBeTruthy();
    expect(screen.getByLabelText("go's own words").textContent).toBe('<img src=x>');
    expect(container.textContent).not.toContain('`');
    expect(container.querySelector('img')).toBeNull();
  });

  it('has nothing to unfold where there is no more to say', () => {
    render(FaultStrip, { fault: { code: 'go-timeout', message: 'go did not end' } });
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
  });
});
