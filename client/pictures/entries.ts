/** The entries of menu and palette that open a picture with a layout of its own. */
import type { OwnPicture } from '../../drawing/formats/asked.ts';

export type PictureKind = OwnPicture['kind'];

export const pictureNames: Readonly<Record<PictureKind, string>> = { poster: 'Poster', versions: 'Versions' };

interface Entry {
  /** Distinct among the commands of the palette. */
  readonly id: string;
  /** In the menu and in the palette: `Poster…`. */
  readonly name: string;
  readonly word: string;
  readonly note: string;
  readonly run: () => void;
}

export function pictureEntries(open: (kind: PictureKind) => void): readonly Entry[] {
  return (['poster', 'versions'] as const).map((kind) => ({
    id: `picture ${kind}`,
    name: `${pictureNames[kind]}…`,
    word: `${pictureNames[kind]}…`,
    note: 'SVG, PNG, PDF',
    run: () => {
      open(kind);
    },
  }));
}
