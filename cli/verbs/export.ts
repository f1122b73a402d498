/** `modscope export`: the graph as a picture, or as data. */
import { receiptWords } from '../../drawing/scene/receipt.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { makeView } from '../../graph/view/view.ts';
import type { View } from '../../graph/view/types.ts';
import type { Run } from '../../graph/wire.ts';
import { deliver } from '../deliver.ts';
import { formatOf, viewOptionsOf, type ExportOptions } from '../export-options.ts';
import type { Io } from '../io.ts';
import { neededFor } from '../needed.ts';
import { read } from '../read.ts';

/** Draws with the scene of the page. What is left out of the picture is told on stderr, and in the picture's receipt. */
export async function exportPicture(io: Io, options: ExportOptions, dir?: string): Promise<number> {
  const format = formatOf(options);
  const { model, loaded, status } = await read(io, options, dir, neededFor(options.query ?? '', options));
  const view = makeView(model, viewOptionsOf(options));
  const text = await textOf(view, format, options, loaded.run, io.signal);
  await deliver(io, text, options.output, status);
  if (options.quiet !== true) await io.stderr.write(receiptText(view));
  return status;
}

async function textOf(
  view: View,
  format: string,
  options: ExportOptions,
  run: Run,
  signal: AbortSignal,
): Promise<string> {
  if (format === 'json') return (await import('../../drawing/formats/json.ts')).toJson(view);
  const scene = await sceneOf(view, options, signal);
  if (format === 'dot') {
    const { toDot } = await import('../../drawing/formats/dot.ts');
    return toDot(scene);
  }
  const { toSvg } = await import('../../drawing/formats/svg.ts');
  const title = options.title === undefined ? {} : { title: options.title };
  const caption = options.caption === 'full' ? { caption: captionOf(run) } : {};
  return toSvg(scene, { theme: options.theme, ...title, ...caption });
}

/** elk runs in a thread, so that Ctrl-C ends it at once. */
async function sceneOf(view: View, options: ExportOptions, signal: AbortSignal): Promise<Scene> {
  const [{ draw }, { startElk }] = await Promise.all([
    import('../../drawing/picture.ts'),
    import('../../server/layout/elk-node.ts'),
  ]);
  const elk = startElk();
  try {
    return await draw(view, { direction: options.direction, engine: options.engine }, { elk: elk.engine }, signal);
  } finally {
    await elk.close();
  }
}

/** `go 1.26.8 · linux/amd64 · go.work`. */
function captionOf({ go, goos, goarch, gowork }: Run): string {
  return [
    ...(go === undefined ? [] : [`go ${go}`]),
    ...(goos === undefined ? [] : [`${goos}/${goarch ?? ''}`]),
    ...(gowork === undefined || gowork === 'off' ? [] : [gowork]),
  ].join(' · ');
}

/** `304 versions → 159 selected → 57 boxes · 82 of 539 requirements drawn; …`, and how to see more. */
function receiptText(view: View): string {
  const { steps, requirements } = receiptWords(view.receipt);
  const { grouped } = view.receipt;
  const how =
    grouped === 'none'
      ? ''
      : `  Grouped by ${grouped}: --query draws a part, --limit 0 or --collapse none draws every module.\n`;
  return `modscope: ${steps.join(' → ')} · ${requirements}\n${how}`;
}
