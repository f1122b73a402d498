/** The entries of menu and palette that open a picture with a layout of its own. */
import type { OwnPicture } from '../../drawing/formats/asked.ts';
import { exportGroups, pictureFormats, pictureNameText } from '../words/exports.ts';

/** Those that a dialog is about; the weight view has a tab. */
export type PictureKind = Exclude<OwnPicture['kind'], 'weight'>;

export const pictureNames: Readonly<Record<PictureKind, string>> = pictureNameText;

interface Entry {
  /** Distinct among the commands of the palette. */
  readonly id: string;
  /** In the menu and in the palette: `Poster…`. */
  readonly name: string;
  readonly word: string;
  readonly note: string;
  /** Of the menu. */
  readonly group: typeof exportGroups.picture;
  readonly run: () => void;
}

export function pictureEntries(open: (kind: PictureKind) => void): readonly Entry[] {
  return (['poster', 'versions'] as const).map((kind) => ({
    id: `picture ${kind}`,
    name: `${pictureNames[kind]}…`,
    word: `${pictureNames[kind]}…`,
    note: pictureFormats,
    group: exportGroups.picture,
    run: () => {
      open(kind);
    },
  }));
}

/** Entries of the export menu with those of the pictures at the end of their group. */
export function withPictures<Item extends { readonly group: string }, Own extends { readonly group: string }>(
  items: readonly Item[],
  pictures: readonly Own[],
): (Item | Own)[] {
  const last = items.findLastIndex(({ group }) => group === exportGroups.picture);
  return [...items.slice(0, last + 1), ...pictures, ...items.slice(last + 1)];
}
