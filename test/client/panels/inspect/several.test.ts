import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import SeveralCard from '../../../../client/panels/inspect/SeveralCard.svelte';
import { severalFacts } from '../../../../client/panels/inspect/several-facts.ts';
import { nodeName } from '../../../../graph/model/module-graph.ts';
import { boxOf, hostilePath, known, small, viewOf } from '../models.ts';

const view = viewOf(small, { closeCycles: false, reduce: false });
const [a, b, net] = ['example.com/a', 'example.com/b', 'example.com/net'].map((path) => boxOf(view, path));
if (a === undefined || b === undefined || net === undefined) throw new Error('the model has other modules');

describe('severalFacts', () => {
  it('counts modules, direct ones and conflicts, and what they bring together', () => {
    const facts = severalFacts(view, [a, net], known.conflicts);
    expect(facts.nodes.map((node) => nodeName(small.graph, node))).toEqual([
      'example.com/a@v1.2.0',
      'example.com/net@v0.3.0',
    ]);
    expect(facts.direct).toBe(1);
    expect(facts.conflicts).toBe(2);
    expect(facts.brought.map((node) => nodeName(small.graph, node))).toEqual([`${hostilePath}@v1.0.0`]);
  });

  it('a main module, which leads to everything, brings nothing here', () => {
    const app = boxOf(view, 'example.com/app');
    expect(severalFacts(view, [app, net], known.conflicts).brought).toEqual([]);
  });

  it('has the requirements from one to another, with the version they name', () => {
    const { among } = severalFacts(view, [a, net], known.conflicts);
    expect(among.map(({ from, to, requested, lower }) => [from, to, requested, lower])).toEqual([
      [a.nodes[0], net.nodes[0], 'v0.2.0', true],
    ]);
    expect(severalFacts(view, [net], known.conflicts).among).toEqual([]);
  });
});

describe('SeveralCard', () => {
  const open = (boxes: Parameters<typeof severalFacts>[1]) => {
    const calls = { onselect: vi.fn(), onclose: vi.fn(), run: vi.fn() };
    const commands = [{ name: 'Only these', run: calls.run }];
    render(SeveralCard, { view, boxes, commands, conflicts: known.conflicts, ...calls });
    return calls;
  };

  it('sums up, and offers what can be done', async () => {
    const { run } = open([a, net]);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('2 boxes');
    expect(screen.getByText(/2 modules, 1 direct, 2 required at more than one version/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Only these' }));
    expect(run).toHaveBeenCalledOnce();
  });

  it('leads to each', async () => {
    const { onselect } = open([a, b, net]);
    const rows = within(screen.getByRole('list', { name: 'Several boxes' }));
    await fireEvent.click(rows.getByRole('button', { name: /net/ }));
    expect(onselect).toHaveBeenCalledWith(net.nodes[0]);
  });
});
