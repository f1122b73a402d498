/** With which fonts an SVG is set: those of its reader, or the one that modscope brings to render it itself. */
import { monoWidth, sansWidth } from '../../face/widths.ts';
import { pictureMono, pictureSans } from '../../theme/type.ts';

/** `own`: one mono font for everything, since a second would double what the package weighs. */
export type Fonts = 'reader' | 'own';

/** The family that server/render/ registers; an advance of 0.6 em, within what boxes are made for. */
export const ownFamily = 'IBM Plex Mono';
/** Words meant for a sans are set smaller in mono, which runs wider. */
const smaller = 0.86;

/** How texts that are meant for a sans are set. Sizes and widths in pixels. */
export interface Setting {
  readonly mono: string;
  readonly sans: string;
  /** Rules hold under the class of this picture only: it may stand inside a page. Renderers know no such rules. */
  readonly scoped: boolean;
  readonly sansSize: (size: number) => number;
  /** Of text asked for at `size`, as it will be set. */
  readonly sansWidth: (text: string, size: number) => number;
  /** The size at which a text fits the room that was measured for a sans. */
  readonly fitted: (text: string, size: number, bold: boolean) => number;
}

export const settings: Readonly<Record<Fonts, Setting>> = {
  reader: {
    mono: pictureMono,
    sans: pictureSans,
    scoped: true,
    sansSize: (size) => size,
    sansWidth,
    fitted: (_, size) => size,
  },
  own: {
    mono: `"${ownFamily}"`,
    sans: `"${ownFamily}"`,
    scoped: false,
    sansSize: (size) => size * smaller,
    sansWidth: (text, size) => monoWidth(text, size * smaller),
    fitted: (text, size, bold) =>
      Math.min(size * smaller, (size * sansWidth(text, size, bold)) / Math.max(1, monoWidth(text, size))),
  },
};
