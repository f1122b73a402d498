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
 * Rules for the tokens that are used, under `.modscope` so that an SVG inside a page styles nothing else there. Colours stand
 * plainly in each: resvg draws black where it meets a variable. `auto` is light, and dark where the reader prefers that.
 */
export function styleSheet(
  theme: SvgTheme,
  fills: ReadonlySet<Token>,
  strokes: ReadonlySet<Token>,
  { mono, sans, scoped }: Setting,
): string {
  const scope = theme === 'auto' ? '.modscope' : `.modscope-${theme}`;
  const under = scoped ? `${scope} ` : '';
  const rules: string[] = [
    `${under}text{font-family:${mono};font-kerning:none;white-space:pre}`,
    `${under}.sans{font-family:${sans}}`,
    `${under}.mono{font-family:${mono}}`,
  ];
  for (const [role, style] of Object.entries(textStyles)) {
    const weight = style.weight === 400 ? '' : `;font-weight:${style.weight}`;
    const family = style.family === 'sans' ? `;font-family:${sans}` : '';
    rules.push(`${under}.t-${role}{font-size:${style.size}px${weight}${family}}`);
  }
  rules.push(`${under}.no{fill:none}`, ...colourRules(palettes[theme === 'auto' ? 'light' : theme]));
  if (theme === 'auto') rules.push('@media (prefers-color-scheme:dark){', ...colourRules(palettes.dark), '}');
  return rules.join('\n');

  function colourRules(palette: Palette): string[] {
    return [
      ...[...fills].sort().map((token) => `${under}.${fillClass(token)}{fill:${palette[token]}}`),
      ...[...strokes].sort().map((token) => `${under}.${strokeClass(token)}{stroke:${palette[token]}}`),
    ];
  }
}

/** An element that has classes; values are escaped, so no `>` stands in them. */
const element = /<(\w+)((?: [^<>]*?)?) class="([^"]*)"([^<>]*?)(\/?)>/g;

/**
 * The same markup where each element also has its colours, and text its size, as attributes: ImageMagick's own reader takes
 * no rule of two classes and draws black. Rules outweigh attributes everywhere else.
 */
export function withAttributes(markup: string, theme: SvgTheme): string {
  const attributes = attributesOf(palettes[theme === 'auto' ? 'light' : theme]);
  return markup.replace(element, (_, name: string, before: string, classes: string, after: string, end: string) => {
    const more = classes.split(' ').map((one) => attributes.get(one) ?? '');
    return `<${name}${before} class="${classes}"${after}${more.join('')}${end}>`;
  });
}

/** Class → what it says as attributes. */
function attributesOf(palette: Palette): ReadonlyMap<string, string> {
  const found = new Map([['no', ' fill="none"']]);
  for (const [token, colour] of Object.entries(palette)) {
    found.set(`f-${token}`, ` fill="${colour}"`).set(`s-${token}`, ` stroke="${colour}"`);
  }
  for (const [role, { size, weight }] of Object.entries(textStyles)) {
    found.set(`t-${role}`, ` font-size="${size}"${weight === 400 ? '' : ` font-weight="${weight}"`}`);
  }
  return found;
}
