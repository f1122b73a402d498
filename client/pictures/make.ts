/** An own picture as the dialog shows it and as a file: the bytes that `modscope export --poster` and `--versions` write. */
import { defaultScale, recordFor, type Asked, type OwnPicture } from '../../drawing/formats/asked.ts';
import { formatTable } from '../../drawing/formats/names.ts';
import { recordText } from '../../drawing/formats/record.ts';
import { Fault } from '../../graph/fault.ts';
import type { View } from '../../graph/view/types.ts';
import type { Backend } from '../backend/backend.ts';
import { fileStem } from '../chrome/save.ts';
import { projectName } from '../state/source-words.ts';
import { pictureText } from '../words/pictures.ts';

export interface Made {
  readonly svg: Blob;
  /** For readers who do not see it: title and sentences. */
  readonly words: string;
}

/** The SVG. Throws the Fault of ownSheet. */
export async function makeOwn(view: View, picture: OwnPicture, theme: Asked['theme']): Promise<Made> {
  const { ownPictureText, ownSheet } = await import('../../drawing/formats/own-picture.ts');
  const record = recordText(recordFor(askedFor(view, picture, theme, 'svg'), view.model.snapshot));
  const { title, description } = ownSheet(view, picture, {});
  const text = ownPictureText(view, picture, { theme, record });
  const words = description.startsWith(title) ? description : `${title}: ${description}`;
  return { svg: new Blob([text], { type: formatTable.svg.type }), words };
}

/** PNG or PDF, which the server makes. Throws its Fault, or one that says that there is none. */
export function renderOwn(
  ask: Backend['picture'],
  view: View,
  picture: OwnPicture,
  theme: Asked['theme'],
  format: 'png' | 'pdf',
): Promise<Blob> {
  if (ask === undefined) throw new Fault('usage', pictureText.needsServer);
  return ask(askedFor(view, picture, theme, format));
}

/** `prometheus-poster-dark.svg` */
export function ownFile(
  view: View,
  { kind }: OwnPicture,
  theme: Asked['theme'],
  format: 'svg' | 'png' | 'pdf',
): string {
  const stem = fileStem(projectName(view.model) ?? '');
  return `${stem}-${kind}${theme === 'light' ? '' : `-${theme}`}${formatTable[format].ending}`;
}

function askedFor(view: View, picture: OwnPicture, theme: Asked['theme'], format: Asked['format']): Asked {
  return {
    format,
    view: view.options,
    picture,
    direction: 'auto',
    engine: 'auto',
    theme,
    scale: defaultScale,
    caption: 'short',
    redact: [],
  };
}
