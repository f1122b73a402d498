/** A view as the bytes of any format: the one way from here on for command line and server. */
import { ownPictureFormats, type Asked, type OwnPicture } from '../../drawing/formats/asked.ts';
import { isRendered } from '../../drawing/formats/names.ts';
import { ownPictureText, ownSheet } from '../../drawing/formats/own-picture.ts';
import { toHtml } from '../../drawing/formats/html.ts';
import type { PictureOptions } from '../../drawing/formats/options.ts';
import { toText } from '../../drawing/formats/text.ts';
import { draw, type Engines } from '../../drawing/picture.ts';
import { subjectOf } from '../../drawing/scene/subject.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { Fault } from '../../graph/fault.ts';
import type { View } from '../../graph/view/types.ts';
import type { Written } from '../../graph/written.ts';
import type { Run } from '../../graph/wire.ts';
import { readOneFile } from './one-file.ts';
import { render, renderSheet } from './render.ts';

export interface Making {
  readonly engines: Engines;
  readonly run: Run;
  /** Text of the record that the file keeps. */
  readonly record: string;
  readonly signal: AbortSignal;
}

/** Rejects with the signal's reason when cancelled, with a Fault when an engine fails or the picture is too large. */
export async function makePicture(view: View, asked: Asked, making: Making): Promise<Written | Uint8Array> {
  const { format, title, direction, engine } = asked;
  if (asked.picture !== undefined) return makeOwn(view, asked, asked.picture, making);
  if (format === 'html') {
    const { prefix, name } = subjectOf(view);
    const page = toHtml(readOneFile(), view.model.snapshot, {
      title: title ?? prefix + name,
      start: asked,
      record: making.record,
    });
    // The code of the page is ours and stands as it was built; what strangers wrote is JSON and XML in it.
    return Buffer.from(page);
  }
  const picture = pictureOptions(asked, making);
  const scene = (): Promise<Scene> => draw(view, { direction, engine }, making.engines, making.signal);
  if (!isRendered(format)) return toText(format, view, scene, picture);
  return render(format, await scene(), { ...picture, scale: asked.scale }, making.signal);
}

/** A picture with a layout of its own. Rejects with a Fault 'usage' for a format that it cannot be written in, and as ownSheet throws. */
async function makeOwn(view: View, asked: Asked, picture: OwnPicture, making: Making): Promise<Written | Uint8Array> {
  const { format, scale } = asked;
  const options = pictureOptions(asked, making);
  if (format === 'svg') return ownPictureText(view, picture, options);
  if (format === 'png' || format === 'pdf')
    return renderSheet(format, ownSheet(view, picture, options), { ...options, scale }, making.signal);
  throw new Fault(
    'usage',
    `A picture of ${picture.kind} is written as ${ownPictureFormats.join(', ')}, not as ${format}.`,
  );
}

function pictureOptions({ theme, title, caption }: Asked, { record, run }: Making): PictureOptions {
  return {
    theme,
    record,
    ...(title === undefined ? {} : { title }),
    ...(caption === 'full' ? { caption: captionOf(run) } : {}),
  };
}

/** `go 1.26.8 · linux/amd64 · go.work`. */
function captionOf({ go, goos, goarch, gowork }: Run): string {
  return [
    ...(go === undefined ? [] : [`go ${go}`]),
    ...(goos === undefined ? [] : [`${goos}/${goarch ?? ''}`]),
    ...(gowork === undefined || gowork === 'off' ? [] : [gowork]),
  ].join(' · ');
}
