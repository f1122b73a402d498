/** Pictures with a layout of their own, poster, versions and weight: as a sheet and as the text of an SVG, for page and command line alike. */
import type { View } from '../../graph/view/types.ts';
import { type Written, written } from '../../graph/written.ts';
import { posterSheet } from '../poster/poster.ts';
import type { Sheet } from '../sheet/types.ts';
import { versionsSheet } from '../versions/versions.ts';
import { weightSheet } from '../weight/sheet.ts';
import type { OwnPicture } from './asked.ts';
import type { PictureOptions } from './options.ts';
import { sealed } from './seal.ts';
import { sheetSvg } from './sheet-svg.ts';

/** Throws as posterSheet and versionsSheet do. */
export function ownSheet(
  view: View,
  picture: OwnPicture,
  { title, caption }: Pick<PictureOptions, 'title' | 'caption'>,
): Sheet {
  const words = { ...(title === undefined ? {} : { title }), ...(caption === undefined ? {} : { caption }) };
  switch (picture.kind) {
    case 'poster':
      return posterSheet(view, { hub: picture.hub, ...words });
    case 'versions':
      return versionsSheet(view.model, { of: picture.of, ...words });
    case 'weight':
      return weightSheet(view.model, words);
  }
}

/** The SVG of it, with its record and digest. Throws as ownSheet does. */
export function ownPictureText(view: View, picture: OwnPicture, options: PictureOptions): Written {
  const { theme, record } = options;
  const sheet = ownSheet(view, picture, options);
  return written(sealed(sheetSvg(sheet, { theme, ...(record === undefined ? {} : { record }) }), 'svg'));
}
