/** With which fonts an SVG is set: those of its reader, or the two that modscope brings to render it itself. */
import { pictureMono, pictureSans } from '../../theme/type.ts';

export type Fonts = 'reader' | 'own';

/** The families that server/render/ registers: a mono of 0.6 em, within what boxes are made for, and a sans with Arial's advances. */
export const ownFamilies = { mono: 'IBM Plex Mono', sans: 'Arimo' } as const;

export interface Setting {
  readonly mono: string;
  readonly sans: string;
  /** Rules hold under the class of this picture only: it may stand inside a page. Renderers know no such rules. */
  readonly scoped: boolean;
}

export const settings: Readonly<Record<Fonts, Setting>> = {
  reader: { mono: pictureMono, sans: pictureSans, scoped: true },
  own: { mono: `"${ownFamilies.mono}"`, sans: `"${ownFamilies.sans}"`, scoped: false },
};
