/** `modscope weight -o FILE`: the weight as a picture, a table or data; the bytes of the page's export menu. */
import { defaultScale, recordFor, type Asked } from '../../drawing/formats/asked.ts';
import { recordText } from '../../drawing/formats/record.ts';
import { weightData } from '../../drawing/weight/data.ts';
import { Fault } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import { redactModel, Redactor } from '../../graph/snapshot/redact.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import { makeView } from '../../graph/view/view.ts';
import { weightOf } from '../../graph/weight/weight.ts';
import type { Written } from '../../graph/written.ts';
import type { Run } from '../../graph/wire.ts';
import { checkTarget, deliver, isStdout } from '../deliver.ts';
import type { Io } from '../io.ts';
import { read } from '../read.ts';
import type { WeightFile, WeightOptions } from '../weight-options.ts';

/** Exit status. What cannot be written is told before anything is loaded. */
export async function weightFile(io: Io, options: WeightOptions, format: WeightFile, dir?: string): Promise<number> {
  checkTarget(io, options);
  if (isStdout(options.output) && io.stdout.isTerminal && (format === 'png' || format === 'pdf')) {
    throw new Fault('usage', `${format.toUpperCase()} is not written to a terminal.`, {
      hint: `Name a file with -o weight.${format}, or send standard output somewhere.`,
    });
  }
  const { model, loaded, status } = await read(io, options, dir);
  await deliver(io, await made(io, model, loaded.run, options, format), options, status);
  return status;
}

async function made(
  io: Io,
  model: Model,
  run: Run,
  { theme, scale, redact = [] }: WeightOptions,
  format: WeightFile,
): Promise<Written | Uint8Array> {
  const mains = model.snapshot.mains.map(({ path }) => path);
  // What is data is hidden as it leaves, as --json is; a picture is drawn of what is hidden.
  if (format === 'csv' || format === 'json' || format === 'markdown')
    return weightData(io.hider.value(weightOf(model)), io.hider.value(mains), format);
  const shown = redact.length === 0 ? model : redactModel(model, new Redactor(redact, model.graph.paths));
  const asked: Asked = {
    format,
    view: defaultView,
    picture: { kind: 'weight' },
    direction: 'auto',
    engine: 'auto',
    theme,
    scale: scale ?? defaultScale,
    caption: 'short',
    redact,
  };
  const [{ makePicture }, { startElk }] = await Promise.all([
    import('../../server/render/picture.ts'),
    import('../../server/layout/elk-node.ts'),
  ]);
  const elk = startElk();
  try {
    const record = recordText(recordFor(asked, shown.snapshot));
    const making = { run, record, signal: io.signal, engines: { elk: elk.engine } };
    return await makePicture(makeView(shown, defaultView), asked, making);
  } finally {
    await elk.close();
  }
}
