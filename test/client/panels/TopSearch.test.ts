import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { later } from '../../../client/later.ts';
import type { QueryMistake } from '../../../client/state/query-mistake.ts';
import TopSearch from '../../../client/panels/TopSearch.svelte';
import { layOut } from './laid-out.ts';
import { hostilePath, nodeOf, small } from './models.ts';

beforeAll(layOut);
beforeAll(() => later.searching.load());

function open(props: { value?: string; error?: QueryMistake } = {}) {
  const onquery = vi.fn();
  const onjump = vi.fn();
  const view = render(TopSearch, { model: small, value: '', onquery, onjump, ...props });
  const field = screen.getByRole<HTMLInputElement>('combobox');
  return { onquery, onjump, field, ...view };
}

async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.focus();
  await fireEvent.input(field, { target: { value: text } });
}

describe('TopSearch', () => {
  it('jumps to the best match on Enter', async () => {
    const { field, onjump, onquery } = open();
    await type(field, 'net');
    expect(field.getAttribute('aria-expanded')).toBe('true');
    const [first] = screen.getAllByRole('option');
    expect(first?.textContent).toContain('example.com/net');
    expect(field.getAttribute('aria-activedescendant')).toBe(first?.id);
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onjump).toHaveBeenCalledExactlyOnceWith(nodeOf(small, 'example.com/net@v0.3.0'));
    expect(onquery).not.toHaveBeenCalled();
    expect(field.value).toBe('');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('jumps on Enter also while what finds is still loaded, and filters where it cannot be', async () => {
    later.searching.now = undefined;
    const { field, onjump, onquery } = open();
    await type(field, 'net');
    await fireEvent.keyDown(field, { key: 'Enter' });
    await vi.waitFor(() => {
      expect(onjump).toHaveBeenCalledExactlyOnceWith(nodeOf(small, 'example.com/net@v0.3.0'));
    });
    expect(onquery).not.toHaveBeenCalled();

    const { now } = later.searching;
    later.searching.now = undefined;
    const load = vi.spyOn(later.searching, 'load').mockRejectedValue(new TypeError('gone'));
    cleanup();
    const second = open();
    await type(second.field, ' net ');
    await fireEvent.keyDown(second.field, { key: 'Enter' });
    await vi.waitFor(() => {
      expect(second.onquery).toHaveBeenCalledExactlyOnceWith('net');
    });
    load.mockRestore();
    later.searching.now = now;
  });

  it('walks the rows with the arrows, round at both ends, and filters by the last', async () => {
    const { field, onquery, onjump } = open();
    await type(field, 'net');
    const options = screen.getAllByRole('option');
    expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual(['true', 'false']);
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(field.getAttribute('aria-activedescendant')).toBe(options[1]?.id);
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(field.getAttribute('aria-activedescendant')).toBe(options[0]?.id);
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onquery).toHaveBeenCalledExactlyOnceWith('net');
    expect(onjump).not.toHaveBeenCalled();
  });

  it('filters by a query on Enter, without blanks around it', async () => {
    const { field, onquery } = open();
    await type(field, ' is:direct ');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onquery).toHaveBeenCalledExactlyOnceWith('is:direct');
  });

  it('completes a word begun on Enter, and the whole query on the next', async () => {
    const { field, onquery } = open();
    await type(field, '-is:su');
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('is:superseded');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(field.value).toBe('-is:superseded');
    expect(onquery).not.toHaveBeenCalled();
    await vi.waitFor(() => {
      expect(field.selectionStart).toBe('-is:superseded'.length);
    });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onquery).toHaveBeenCalledExactlyOnceWith('-is:superseded');
  });

  it('takes a click on a row', async () => {
    const { field, onjump } = open();
    await type(field, 'net');
    await fireEvent.click(screen.getAllByRole('option')[0]!);
    expect(onjump).toHaveBeenCalledOnce();
  });

  it('closes on the first Escape and gives the old filter back on the second', async () => {
    const { field, onquery } = open({ value: 'is:main' });
    await type(field, 'net');
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(field.value).toBe('net');
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('is:main');
    expect(onquery).not.toHaveBeenCalled();
  });

  it('keeps its keys from the page', async () => {
    const { field } = open();
    const page = vi.fn();
    window.addEventListener('keydown', page);
    await type(field, 'net');
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(page).not.toHaveBeenCalled();
    await fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
    expect(page).toHaveBeenCalledOnce();
    window.removeEventListener('keydown', page);
  });

  it('clears the filter by its button', async () => {
    const { onquery } = open({ value: 'is:main' });
    await fireEvent.click(screen.getByRole('button', { name: 'Clear the filter' }));
    expect(onquery).toHaveBeenCalledExactlyOnceWith('');
  });

  it('marks the word that is wrong until the text is changed', async () => {
    const { field } = open({ value: 'is:di', error: { message: 'is:di is not known; is:direct?', column: 4 } });
    expect(screen.getByRole('alert').textContent).toContain('is:di is not known');
    expect(screen.getByRole('alert').querySelector('mark')?.textContent).toBe('is:di');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    await type(field, 'is:dir');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('offers the word that was probably meant', async () => {
    const meant = { word: 'is:conflict', query: 'a is:conflict' };
    const { onquery } = open({
      value: 'a is:confict',
      error: { message: 'There is no `is:confict`', column: 6, meant },
    });
    expect(screen.getByRole('alert').textContent).toMatch(/Did you mean is:conflict\s*\?/);
    await fireEvent.click(screen.getByRole('button', { name: 'Use is:conflict' }));
    expect(onquery).toHaveBeenCalledExactlyOnceWith('a is:conflict');
  });

  it('says what else helps where no word is near', () => {
    open({ value: 'OR', error: { message: 'There is no word OR', column: 1, hint: 'Write | for it: a | b.' } });
    expect(screen.getByRole('alert').textContent).toContain('Write | for it');
    expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull();
  });

  it('marks the place after the end when something is missing', () => {
    open({ value: 'to(a', error: { message: 'expected )', column: 5 } });
    expect(screen.getByRole('alert').querySelector('mark')?.textContent).toBe(' ');
    expect(screen.getByRole('alert').querySelector('pre')?.textContent).toBe('to(a ');
  });

  it('follows a filter that is set elsewhere', async () => {
    const { field, rerender } = open({ value: 'is:main' });
    expect(field.value).toBe('is:main');
    await rerender({ value: 'is:cycle' });
    expect(field.value).toBe('is:cycle');
  });

  it('shows strange paths as text', async () => {
    const { field, container } = open();
    await type(field, 'evil');
    expect(screen.getAllByRole('option')[0]?.textContent).toContain(hostilePath);
    expect(container.querySelector('img')).toBeNull();
  });
});
