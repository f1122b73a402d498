/** `modscope export`: the graph as a picture, or as data. */
import { defaultScale, recordFor, type Asked } from '../../drawing/formats/asked.ts';
import { isRendered } from '../../drawing/formats/names.ts';
import { recordText } from '../../drawing/formats/record.ts';
import { receiptWords } from '../../drawing/scene/receipt.ts';
import { Fault } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import { redactModel, Redactor } from '../../graph/snapshot/redact.ts';
import { ask, makeView } from '../../graph/view/view.ts';
import type { View } from '../../graph/view/types.ts';
import type { Written } from '../../graph/written.ts';
import type { Run } from '../../graph/wire.ts';
import { checkPicture } from '../check-picture.ts';
import { checkTarget, deliver } from '../deliver.ts';
import { checkOwnPicture, formatOf, ownPictureOf, viewOptionsOf, type ExportOptions } from '../export-options.ts';
import type { Io } from '../io.ts';
import { neededFor } from '../needed.ts';
import { read } from '../read.ts';
import { joined, plain, plainLines, type Printable, said } from '../text/plain.ts';

/** Draws with the scene of the page. What is left out of the picture is told on stderr, and in the picture's receipt. */
export async function exportPicture(io: Io, options: ExportOptions, dir?: string): Promise<number> {
  const format = formatOf(options);
  refuse(io, format, options);
  if (options.check !== true) checkTarget(io, options);
  const { model, loaded, status } = await read(io, options, dir, neededFor(options.query ?? '', options));
  const { asked, view } = hide(model, askedOf(format, options));
  const record = recordFor(asked, model.snapshot);
  const bytes = async (): Promise<Written | Uint8Array> =>
    bytesOf(view, asked, { run: loaded.run, record: recordText(record), signal: io.signal });
  if (options.check === true && options.output !== undefined)
    return checkPicture(io, { file: options.output, format, record, bytes, status });
  const made = await bytes();
  await deliver(io, made, options, status);
  if (options.quiet !== true) {
    await io.stderr.say(await receiptText(view, asked));
    if (format === 'mermaid' && typeof made === 'string') await io.stderr.say(await mermaidNote(made, view));
  }
  return status;
}

/** Before anything is loaded: what cannot be done at all. */
function refuse(io: Io, format: Asked['format'], options: ExportOptions): void {
  const { output, check, scale } = options;
  checkOwnPicture(options, format);
  const toStdout = output === undefined || output === '-';
  if (check === true && toStdout) {
    throw new Fault('usage', '--check needs the file to look at.', {
      hint: 'Name it: `modscope export -o deps.svg --check`, with the options that it was drawn with.',
    });
  }
  if (scale !== undefined && format !== 'png') throw new Fault('usage', `--scale is for PNG, and this is ${format}.`);
  if (toStdout && io.stdout.isTerminal && isRendered(format)) {
    throw new Fault('usage', `${format.toUpperCase()} is not written to a terminal.`, {
      hint: `Name a file with -o deps.${format}, or send standard output somewhere.`,
    });
  }
}

function askedOf(format: Asked['format'], options: ExportOptions): Asked {
  const picture = ownPictureOf(options);
  return {
    format,
    view: viewOptionsOf(options),
    ...(picture === undefined ? {} : { picture }),
    direction: options.direction,
    engine: options.engine,
    theme: options.theme,
    scale: options.scale ?? defaultScale,
    ...(options.title === undefined ? {} : { title: options.title }),
    caption: options.caption,
    redact: options.redact ?? [],
  };
}

/** The query is asked of the real paths; everything after it knows the hidden ones only. */
function hide(model: Model, asked: Asked): { asked: Asked; view: View } {
  if (asked.redact.length === 0) return { asked, view: makeView(model, asked.view) };
  const redactor = new Redactor(asked.redact, model.graph.paths);
  const asking = ask(model, asked.view.scope, asked.view.query);
  const hidden = redactModel(model, redactor);
  const picture = asked.picture === undefined ? {} : { picture: redactor.value(asked.picture) };
  const view = { ...asked.view, query: redactor.text(asked.view.query), open: redactor.value(asked.view.open) };
  const title = asked.title === undefined ? {} : { title: redactor.text(asked.title) };
  return { asked: { ...asked, view, ...title, ...picture }, view: makeView(hidden, view, asking) };
}

/** elk runs in a thread, so that Ctrl-C ends it at once. */
async function bytesOf(
  view: View,
  asked: Asked,
  making: { readonly run: Run; readonly record: string; readonly signal: AbortSignal },
): Promise<Written | Uint8Array> {
  const [{ makePicture }, { startElk }] = await Promise.all([
    import('../../server/render/picture.ts'),
    import('../../server/layout/elk-node.ts'),
  ]);
  const elk = startElk();
  try {
    return await makePicture(view, asked, { ...making, engines: { elk: elk.engine } });
  } finally {
    await elk.close();
  }
}

/** `304 versions → 159 selected → 57 boxes · 82 of 539 requirements drawn; …`, and how to see more; of an own picture, what it says. */
async function receiptText(view: View, { picture, title }: Asked): Promise<Printable> {
  if (picture !== undefined) {
    const { ownSheet } = await import('../../drawing/formats/own-picture.ts');
    return said`modscope: ${ownSheet(view, picture, title === undefined ? {} : { title }).description}\n`;
  }
  const { steps, requirements } = receiptWords(view.receipt);
  const { grouped } = view.receipt;
  const how =
    grouped === 'none'
      ? ''
      : grouped === 'direct'
        ? '  Only direct requirements have boxes: --query draws a part, --collapse owner groups, --collapse none draws every module.\n'
        : `  Grouped by ${grouped}: --query draws a part, --limit 0 or --collapse none draws every module.\n`;
  const notes = view.notes.map((note) => said`  ${note}\n`);
  const first = said`modscope: ${steps.join(' → ')} · ${requirements}\n`;
  return joined([first, plainLines(how), ...notes]);
}

/** GitHub and most others draw no more than Mermaid's own limits. */
async function mermaidNote(text: string, view: View): Promise<Printable> {
  const { mermaidLimits } = await import('../../drawing/formats/mermaid.ts');
  if (text.length <= mermaidLimits.characters && view.lines.length <= mermaidLimits.lines) return plain('');
  return said`modscope: Mermaid draws ${mermaidLimits.characters} characters and ${mermaidLimits.lines} lines at the most, and this is ${text.length} and ${view.lines.length}.\n  --query, --limit and --collapse make it smaller.\n`;
}
