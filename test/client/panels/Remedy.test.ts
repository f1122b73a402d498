/** A remedy in the page: words, a command to copy, or a button for what the page shows itself. */
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import Remedy from '../../../client/panels/parts/Remedy.svelte';
import { showsWhy } from '../../../graph/remedy/words.ts';

/** A command stands in a span a word. */
const command = (words: string): HTMLElement =>
  screen.getByText((_, element) => element?.tagName === 'CODE' && element.textContent === words);

it('has the words, the command with Copy, and that it was tried', () => {
  render(Remedy, { remedy: { words: 'Raise it.\u202e', command: 'go get x.com/a@v1.1.0', tried: 'here' } });
  expect(screen.getByText('Raise it.\ufffd')).toBeTruthy();
  expect(command('go get x.com/a@v1.1.0')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy go get x.com/a@v1.1.0' })).toBeTruthy();
  expect(screen.getByText('✓ tried here, on a copy')).toBeTruthy();
});

it('in words alone has nothing to copy', () => {
  render(Remedy, { remedy: { words: 'Think.' } });
  expect(screen.queryByRole('button')).toBeNull();
});

it('that is a view of modscope is a button in the page, and a command where the page cannot show it', async () => {
  const onview = vi.fn();
  const remedy = showsWhy('Nothing needs to be done.', 'x.com/a');
  const { unmount } = render(Remedy, { remedy, onview });
  expect(document.querySelector('code')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Explain this version' }));
  expect(onview).toHaveBeenCalledWith({ why: 'x.com/a' });
  unmount();
  render(Remedy, { remedy });
  expect(command('modscope why x.com/a')).toBeTruthy();
});
