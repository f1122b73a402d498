/** The style sheet of an SVG: classes for what the theme colours. Values are plain colours, or variables for `auto`. */
import { palettes, type Palette, type ThemeName, type Token } from '../../theme/tokens.ts';
import { textStyles } from '../../theme/type.ts';
import type { Setting } from './fonts.ts';

export type SvgTheme = ThemeName | 'auto';

/** Class of text in a role; a colour or a family is overridden by the classes below. */
export const roleClass = (role: keyof typeof textStyles): string => `t-${role}`;
export const fillClass = (token: Token): string => `f-${token}`;
export const strokeClass = (token: Token): string => `s-${token}`;

/**
 * Rules for the tokens that are used, under `.modscope` so that an SVG inside a page styles nothing else there. A fixed
 * theme names its colours outright: not every reader of SVG knows variables.
 */
export function styleSheet(
  theme: SvgTheme,
  fills: ReadonlySet<Token>,
  strokes: ReadonlySet<Token>,
  { mono, sans, scoped }: Setting,
): string {
  const scope = theme === 'auto' ? '.modscope' : `.modscope-${theme}`;
  const under = scoped ? `${scope} ` : '';
  const value = (token: Token): string => (theme === 'auto' ? `var(--${token})` : palettes[theme][token]);
  const rules: string[] = [];
  if (theme === 'auto') {
    const used = new Set([...fills, ...strokes]);
    rules.push(
      `${scope}{${variables(palettes.light, used)}}`,
      `@media (prefers-color-scheme:dark){${scope}{${variables(palettes.dark, used)}}}`,
    );
  }
  rules.push(
    `${under}text{font-family:${mono};font-kerning:none;white-space:pre}`,
    `${under}.sans{font-family:${sans}}`,
  );
  for (const [role, style] of Object.entries(textStyles)) {
    const weight = style.weight === 400 ? '' : `;font-weight:${style.weight}`;
    const family = style.family === 'sans' ? `;font-family:${sans}` : '';
    rules.push(`${under}.t-${role}{font-size:${style.size}px${weight}${family}}`);
  }
  for (const token of [...fills].sort()) rules.push(`${under}.${fillClass(token)}{fill:${value(token)}}`);
  rules.push(`${under}.no{fill:none}`);
  for (const token of [...strokes].sort()) rules.push(`${under}.${strokeClass(token)}{stroke:${value(token)}}`);
  return rules.join('\n');
}

function variables(palette: Palette, used: ReadonlySet<Token>): string {
  return [...used]
    .sort()
    .map((token) => `--${token}:${palette[token]}`)
    .join(';');
}
