/** The page's colours are those that pictures are drawn with. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palettes } from '../../../drawing/theme/tokens.ts';

const css = readFileSync('client/styles/tokens.css', 'utf8');

describe('tokens.css', () => {
  const found = new Map(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
      name,
      { light, dark },
    ]),
  );

  it('has every colour of the theme, and no other', () => {
    expect([...found.keys()].sort()).toEqual(Object.keys(palettes.light).sort());
  });

  it.each(Object.keys(palettes.light))('%s is the same in both', (name) => {
    const light = Object.entries(palettes.light).find(([key]) => key === name)?.[1];
    const dark = Object.entries(palettes.dark).find(([key]) => key === name)?.[1];
    expect(found.get(name)).toEqual({ light, dark });
  });

  it('follows the system until data-theme names a theme', () => {
    expect(css).toMatch(/:root \{[^}]*color-scheme: light dark;/);
    expect(css).toMatch(/\[data-theme='light'\] \{\s*color-scheme: light;/);
    expect(css).toMatch(/\[data-theme='dark'\] \{\s*color-scheme: dark;/);
  });
});
