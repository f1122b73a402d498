/** A command is broken into lines at spaces: a word is one box. */
import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import Command from '../../../../client/panels/parts/Command.svelte';

it('keeps each word whole, and all of them in their order', () => {
  const command = 'go mod edit -exclude=github.com/x/go-y@v0.0.0-2025-a && go mod tidy';
  const { container } = render(Command, { command });
  expect(container.querySelector('code')?.textContent).toBe(command);
  const units = Array.from(container.querySelectorAll('code span'), ({ textContent }) => textContent);
  expect(units).toEqual(['go', 'mod', 'edit', '-exclude=github.com/x/go-y@v0.0.0-2025-a', '&&', 'go', 'mod', 'tidy']);
  expect(screen.getByRole('button', { name: `Copy ${command}` })).toBeTruthy();
});
