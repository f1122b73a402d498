/** The panel of findings that were picked in the strip. */
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import PickedCard from '../../../client/panels/explain/PickedCard.svelte';
import { makeGroups } from '../../../client/panels/finding-groups.ts';
import { listOfCode } from '../../../client/panels/lists/list-of.ts';
import { known, nodeOf, small } from './models.ts';

it('names what was found, its modules, and the list that explains each', async () => {
  const group = makeGroups(known.findings, known.conflicts, known.cycles).find(({ id }) => id === 'replaced');
  if (group === undefined) throw new Error('nothing is replaced');
  const calls = { onview: vi.fn(), onlist: vi.fn(), onselect: vi.fn(), onclose: vi.fn() };
  render(PickedCard, { model: small, group, findings: known.findings, ...calls });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('1 module replaced');
  const modules = screen.getByRole('region', { name: 'Modules concerned' });
  await fireEvent.click(within(modules).getByRole('button', { name: /example\.com\/\s*b/ }));
  expect(calls.onselect).toHaveBeenCalledExactlyOnceWith(nodeOf(small, 'example.com/b@v1.0.0'));
  expect(screen.getByRole('region', { name: 'What was found' }).textContent).toContain('../b');
  await fireEvent.click(screen.getByRole('button', { name: 'Explain each' }));
  expect(calls.onlist).toHaveBeenCalledOnce();
});

it('conflicts and cycles have lists of their own', () => {
  expect([listOfCode('superseded'), listOfCode('cycle'), listOfCode('replaced')]).toEqual([
    'conflicts',
    'cycles',
    'findings',
  ]);
});
