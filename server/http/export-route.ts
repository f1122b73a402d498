/** POST /api/export: a view of what is on show as PNG, PDF or any other format; one picture is made at a time. */
import type { RequestHandler } from 'express';
import * as v from 'valibot';
import { defaultScale, recordFor, type Asked } from '../../drawing/formats/asked.ts';
import { formatTable, renderedFormats, textFormats } from '../../drawing/formats/names.ts';
import { recordText } from '../../drawing/formats/record.ts';
import { Fault } from '../../graph/fault.ts';
import type { Written } from '../../graph/written.ts';
import { QueryFault } from '../../graph/query/index.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import { directionSchema, themeSchema, viewSchema } from '../../graph/view/schema.ts';
import { makeView } from '../../graph/view/view.ts';
import { startElk, type Elk } from '../layout/elk-node.ts';
import type { Kept } from '../session/kept.ts';
import type { Session } from '../session/session.ts';
import { goneSignal } from './gone.ts';
import { modelOf } from './kept-model.ts';
import { Refusal } from './refusal.ts';

/** Milliseconds for one picture, and pictures that wait: more is no person's doing. */
const deadline = 60_000;
const mostWaiting = 4;

const words = v.pipe(v.string(), v.maxLength(4000));
const ownPicture = v.variant('kind', [
  v.strictObject({ kind: v.literal('poster'), hub: v.optional(words, '') }),
  v.strictObject({ kind: v.literal('versions'), of: v.optional(words, '') }),
  v.strictObject({ kind: v.literal('weight') }),
]);
const body = v.strictObject({
  format: v.picklist([...textFormats, ...renderedFormats]),
  view: v.optional(viewSchema, {}),
  picture: v.optional(ownPicture),
  direction: v.optional(directionSchema, 'auto'),
  engine: v.optional(v.picklist(['auto', 'elk', 'columns']), 'auto'),
  theme: v.optional(themeSchema, 'auto'),
  scale: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(8)), defaultScale),
  title: v.optional(words),
  caption: v.optional(v.picklist(['short', 'full']), 'short'),
});

/** The answer is the file. A picture whose asker goes away, or that takes longer than a minute, is given up. */
export function exportRoute(session: Session, time = deadline): RequestHandler {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  return async (request, response) => {
    const asked = readBody(request.body);
    const { kept } = session;
    if (kept === undefined)
      throw new Refusal(503, new Fault('not-found', 'Nothing is loaded yet.'), { 'Retry-After': '1' });
    if (waiting >= mostWaiting)
      throw new Refusal(503, new Fault('too-large', 'Too many pictures wait.'), { 'Retry-After': '1' });
    const gone = goneSignal(response);
    const turn = last.then(() => picture(kept, asked, gone, time));
    waiting++;
    last = turn.then(
      () => waiting--,
      () => waiting--,
    );
    const bytes = await turn;
    response
      .type(formatTable[asked.format].type)
      .set('Content-Disposition', `attachment; filename="dependencies${formatTable[asked.format].ending}"`)
      .send(typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes));
  };
}

async function picture(kept: Kept, asked: Asked, gone: AbortSignal, time: number): Promise<Written | Uint8Array> {
  if (gone.aborted) throw new Fault('cancelled', 'Nobody waits for the picture.');
  const late = AbortSignal.timeout(time);
  const { makePicture } = await import('../render/picture.ts');
  const model = modelOf(kept);
  const elk: Elk = startElk();
  try {
    const view = makeView(model, asked.view);
    return await makePicture(view, asked, {
      engines: { elk: elk.engine },
      run: kept.run,
      record: recordText(recordFor(asked, model.snapshot)),
      signal: AbortSignal.any([gone, late]),
    });
  } catch (error) {
    if (error instanceof QueryFault) throw new Fault('usage', error.message, { cause: error });
    if (!late.aborted) throw error;
    throw new Fault('too-large', 'The picture took too long and was given up.', {
      cause: error,
      hint: 'Draw a part with a query, or export on the command line, where there is no such limit.',
    });
  } finally {
    await elk.close();
  }
}

function readBody(input: unknown): Asked {
  const checked = v.safeParse(body, input);
  if (!checked.success) {
    const [issue] = checked.issues;
    throw new Fault('usage', `${v.getDotPath(issue) ?? 'The request'}: ${issue.message}`, {
      hint: '{"format": "png", "view": {"query": "is:direct"}, "direction": "down", "theme": "dark", "scale": 2}',
    });
  }
  const { view, title, picture: own, ...rest } = checked.output;
  return {
    ...rest,
    view: { ...defaultView, ...view },
    redact: [],
    ...(title === undefined ? {} : { title }),
    ...(own === undefined ? {} : { picture: own }),
  };
}
