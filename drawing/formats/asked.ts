/** Everything that is asked of one file, and the record of it: the same from the page, the server and the command line. */
import { comparedText } from '../../graph/snapshot/compared.ts';
import { sha256 } from '../../graph/snapshot/sha256.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { ViewOptions } from '../../graph/view/types.ts';
import type { EngineName } from '../layout/choose.ts';
import type { Direction } from '../layout/types.ts';
import type { ThemeName } from '../theme/tokens.ts';
import { isDrawn, type PictureFormat } from './names.ts';
import { recordOf, type PictureRecord, type RecordOptions } from './record.ts';

/** A picture with a layout of its own, in the place of the view's boxes. */
export type OwnPicture =
  /** Of the view's modules; `hub`: the module that is lit, '' for the one that most others require. */
  | { readonly kind: 'poster'; readonly hub: string }
  /** Of one path, '' for the one that is requested at the most versions; the view does not matter. */
  | { readonly kind: 'versions'; readonly of: string }
  /** Of the direct requirements of the build list; the view does not matter. */
  | { readonly kind: 'weight' };

/** Formats that an own picture can be written in. */
export const ownPictureFormats = ['svg', 'png', 'pdf'] as const;

export interface Asked {
  readonly format: PictureFormat;
  readonly view: ViewOptions;
  readonly picture?: OwnPicture;
  readonly direction: Direction | 'auto';
  readonly engine: EngineName | 'auto';
  readonly theme: ThemeName | 'auto';
  /** PNG only. */
  readonly scale: number;
  readonly title?: string;
  readonly caption: 'short' | 'full';
  /** Patterns of paths that are hidden; a file keeps how many, for they are private themselves. */
  readonly redact: readonly string[];
}

/** Pixels of a PNG for each pixel of the picture, unless asked otherwise: sharp on a screen of today. */
export const defaultScale = 2;

/** Formats with a theme. */
const coloured: readonly PictureFormat[] = ['svg', 'png', 'pdf', 'html', 'dot', 'mermaid'];

/** The record of a file made of this snapshot; options that a format does not know are not in it. */
export function recordFor(asked: Asked, snapshot: Snapshot): PictureRecord {
  const { scope, query, collapse, limit, reduce, foldLeaves, closeCycles, open } = asked.view;
  const drawn = isDrawn(asked.format);
  const shown: RecordOptions =
    asked.picture === undefined
      ? {
          ...{ query, scope, collapse, limit, reduce, foldLeaves, closeCycles, open },
          ...(drawn ? { direction: asked.direction, engine: asked.engine } : {}),
        }
      : ownOptions(asked.picture, { query, scope });
  const options: RecordOptions = {
    ...shown,
    ...(coloured.includes(asked.format) ? { theme: asked.theme } : {}),
    ...(asked.format === 'png' ? { scale: asked.scale } : {}),
    title: asked.title ?? '',
    caption: asked.caption,
    packages: snapshot.packages !== undefined,
    redact: asked.redact.length,
  };
  return recordOf(fingerprint(snapshot, asked.redact), options);
}

/** What shapes an own picture, and nothing that does not. */
function ownOptions(picture: OwnPicture, { query, scope }: Pick<ViewOptions, 'query' | 'scope'>): RecordOptions {
  switch (picture.kind) {
    case 'poster':
      return { picture: 'poster', hub: picture.hub, query, scope };
    case 'versions':
      return { picture: 'versions', of: picture.of };
    case 'weight':
      return { picture: 'weight' };
  }
}

/** What `--check` compares of a graph. Patterns are mixed in: who guesses a hidden graph cannot confirm it without them. */
function fingerprint(snapshot: Snapshot, redact: readonly string[]): string {
  const hidden = redact.map((pattern) => `redact ${pattern}\n`).join('');
  return `sha256:${sha256(comparedText(snapshot) + hidden)}`;
}
