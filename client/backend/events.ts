/** The server's events as they arrive: text that is checked before it is used. */
import * as v from 'valibot';
import type { FaultCode, FaultMessage } from '../../graph/fault.ts';
import { refusalCodes } from '../../graph/model/verdict.ts';
import type { ServerEvent } from '../../graph/wire.ts';

const text = v.string();
const maybe = v.exactOptional(v.string());

const faultCodes = [
  'usage',
  'bad-input',
  'no-module',
  'not-found',
  'port-taken',
  'go-missing',
  'go-not-executable',
  'go-too-old',
  'go-too-new',
  'go-failed',
  'go-killed',
  'go-timeout',
  'go-output-invalid',
  'go-output-flood',
  'checksum-mismatch',
  'too-large',
  'unauthorized',
  'write-failed',
  'cancelled',
  'defect',
] as const satisfies readonly FaultCode[];

const fault = v.object({ code: v.picklist(faultCodes), message: text, hint: maybe, detail: maybe });

const problem = v.object({ code: text, subject: text, text, by: v.exactOptional(v.array(text)) });

const refusal = v.object({
  code: v.picklist(refusalCodes),
  subject: text,
  text,
  by: v.exactOptional(v.array(text)),
  wants: v.exactOptional(v.array(text)),
});

/** How go answered (graph/model/verdict.ts). */
const answer = v.variant('state', [
  v.object({ state: v.literal('accepted') }),
  v.object({ state: v.literal('refused'), refusals: v.array(refusal) }),
  v.object({ state: v.literal('not asked'), why: text }),
]);

const moved = v.array(v.object({ path: text, from: text, to: text }));

const ref = v.object({ path: text, version: maybe });
const at = { path: text, version: text, file: text };

/** What came of trying a remedy (graph/remedy/proposal.ts). */
const outcome = v.variant('state', [
  v.object({
    state: v.literal('mends'),
    command: text,
    edits: v.array(
      v.variant('kind', [
        v.object({ kind: v.literal('drop'), path: text, file: text }),
        v.object({ kind: v.literal('require'), ...at }),
        v.object({ kind: v.literal('replace'), old: ref, new: ref, file: text }),
        v.object({ kind: v.literal('exclude'), ...at }),
        v.object({ kind: v.literal('go'), version: text, file: text }),
        v.object({ kind: v.literal('drop-replace'), old: ref, file: text }),
        v.object({ kind: v.literal('drop-exclude'), ...at }),
        v.object({ kind: v.literal('drop-use'), folder: text, file: text }),
        v.object({ kind: v.literal('drop-toolchain'), file: text }),
        v.object({ kind: v.literal('drop-tool'), path: text, file: text }),
        v.object({ kind: v.literal('drop-godebug'), name: text, file: text }),
      ]),
    ),
    changes: v.object({
      added: v.array(text),
      removed: v.array(text),
      raised: moved,
      lowered: moved,
      files: v.array(v.object({ file: text, added: v.number(), removed: v.number() })),
      atLeast: v.exactOptional(v.literal(true)),
    }),
  }),
  v.object({ state: v.literal('fails'), why: maybe }),
  v.object({ state: v.literal('untold'), network: v.exactOptional(v.literal(true)) }),
]);

/** What is known of the machine that ran go (graph/model/beside.ts). */
const beside = v.object({
  go: maybe,
  verdict: v.exactOptional(
    v.object({
      graph: answer,
      build: answer,
      tools: v.exactOptional(answer),
      mode: v.picklist(['vendor', 'readonly']),
      noCommand: v.exactOptional(v.literal(true)),
      noSum: v.exactOptional(v.literal(true)),
      sumFile: maybe,
      leftOut: v.exactOptional(v.array(v.object({ path: text, dir: text, packages: v.array(text) }))),
    }),
  ),
  settings: v.exactOptional(v.array(problem)),
  frontier: v.exactOptional(v.array(v.object({ name: text, requires: v.number() }))),
  tried: v.exactOptional(v.record(text, outcome)),
  dropped: v.exactOptional(v.array(v.object({ from: text, path: text, version: text }))),
  commands: v.exactOptional(v.array(v.object({ main: text, package: text }))),
  sums: v.exactOptional(v.array(v.object({ path: text, versions: v.array(text) }))),
});

const run = v.object({
  go: maybe,
  goos: maybe,
  goarch: maybe,
  source: text,
  gowork: maybe,
  readAt: v.number(),
  took: v.number(),
  crossCheck: v.picklist(['same', 'differs', 'none']),
  beside: v.exactOptional(beside),
  notes: v.exactOptional(v.array(text)),
});

const phase = v.object({
  name: text,
  state: v.picklist(['running', 'done', 'failed']),
  count: v.exactOptional(v.number()),
  total: v.exactOptional(v.number()),
  took: v.number(),
  fault: v.exactOptional(fault),
});

const serverEvent = v.variant('type', [
  v.object({ type: v.literal('loading'), phases: v.array(phase) }),
  v.object({ type: v.literal('ready'), etag: text, run, later: v.exactOptional(v.array(phase)) }),
  v.object({ type: v.literal('failed'), fault, etag: maybe, run: v.exactOptional(run) }),
  v.object({ type: v.literal('cancelled') }),
]);

/** What the page takes of an event: events.test.ts does not compile where the server may say more, or other words. */
export type TakenEvent = v.InferOutput<typeof serverEvent>;

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** The event in `source` (JSON), or undefined when it is none that this page knows. */
export function readEvent(source: string): ServerEvent | undefined {
  const checked = v.safeParse(serverEvent, parse(source));
  return checked.success ? checked.output : undefined;
}

/** The fault in the body of an answer (JSON), or undefined when it holds none. */
export function readFault(source: string): FaultMessage | undefined {
  const checked = v.safeParse(fault, parse(source));
  return checked.success ? checked.output : undefined;
}
