/** `govulncheck -format json`: vulnerabilities, and how far each was followed. */
import * as v from 'valibot';
import { shapeMistake } from '../graph/json-mistake.ts';
import { joinName } from '../graph/model/name.ts';
import type { Vulnerability } from '../graph/snapshot/types.ts';
import { JsonStream } from './json-stream.ts';
import { nameSchema } from './name-schema.ts';
import { invalid, type TextSource } from './source.ts';

const text = v.string();
const hint = 'Write it with `govulncheck -format json ./... > FILE`.';

/**
 * The fields that are used, of golang.org/x/vuln/internal/govulncheck, Message (protocol v1): a stream of objects, each
 * with one field set. Others (progress) are passed over.
 */
const message = v.object({
  config: v.optional(v.object({ protocol_version: text, scan_level: v.optional(text) })),
  SBOM: v.optional(v.object({})),
  osv: v.optional(
    v.object({ id: v.pipe(text, v.nonEmpty()), aliases: v.optional(v.array(text)), summary: v.optional(text) }),
  ),
  finding: v.optional(
    v.object({
      osv: v.pipe(text, v.nonEmpty()),
      fixed_version: v.optional(text),
      trace: v.pipe(
        v.array(
          v.object({
            module: v.pipe(nameSchema, v.nonEmpty()),
            version: v.optional(nameSchema),
            package: v.optional(text),
            function: v.optional(text),
          }),
        ),
        v.minLength(1),
      ),
    }),
  ),
});

type Entry = NonNullable<v.InferOutput<typeof message>['osv']>;
type Found = NonNullable<v.InferOutput<typeof message>['finding']>;

/** How far a report looked, by its scan_level; further than that it says nothing. */
const levels: Readonly<Record<string, Pick<Vulnerability, 'looked'>>> = {
  module: { looked: 'modules' },
  package: { looked: 'packages' },
};

const reaches: readonly Vulnerability['reach'][] = ['required', 'imported', 'called'];

/** Reads the messages while they come. Mistakes throw a Fault of the source's code that names the message. */
export class GovulncheckParser {
  readonly #source: TextSource;
  readonly #entries = new Map<string, Entry>();
  readonly #found = new Map<string, Vulnerability>();
  readonly #stream: JsonStream;
  #messages = 0;
  #configured = false;
  #loaded = false;
  #level: string | undefined;

  constructor(source: TextSource) {
    this.#source = source;
    this.#stream = new JsonStream({
      source,
      noun: 'message',
      last: () => undefined,
      onValue: (value) => {
        this.#take(value);
      },
    });
  }

  /** Takes the next bytes; a message may be cut anywhere. */
  push(chunk: Uint8Array): void {
    this.#stream.push(chunk);
  }

  /**
   * Each vulnerability once for each module version it is in, with the farthest that it was followed to; sorted by
   * module, then by id. Throws a Fault for a text that has no config message: it is something else; and for one without an
   * SBOM message or anything found: govulncheck writes that once it has loaded what it looks at, so it failed before.
   */
  end(): Vulnerability[] {
    this.#stream.end();
    if (!this.#configured) {
      throw invalid(this.#source, `${this.#source.name} is no report of govulncheck: it has no "config".`, hint);
    }
    if (!this.#loaded) {
      throw invalid(
        this.#source,
        `${this.#source.name} holds no result: govulncheck failed before it had loaded the module (no "SBOM" message).`,
        `Run it again and read its stderr. ${hint}`,
      );
    }
    const limited = levels[this.#level ?? ''] ?? {};
    return [...this.#found.values()]
      .map((one): Vulnerability => {
        const entry = this.#entries.get(one.id);
        return { ...one, aliases: entry?.aliases ?? [], summary: entry?.summary ?? '', ...limited };
      })
      .sort((a, b) => order(joinName(a.path, a.version), joinName(b.path, b.version)) || order(a.id, b.id));
  }

  #take(value: unknown): void {
    this.#messages++;
    const checked = v.safeParse(message, value);
    if (!checked.success) {
      const [issue] = checked.issues;
      throw invalid(
        this.#source,
        `${this.#source.name}: message ${String(this.#messages)}: ${v.getDotPath(issue) ?? 'the value'}: ${shapeMistake(issue)}`,
        hint,
      );
    }
    const { config, SBOM: sbom, osv, finding } = checked.output;
    if (config !== undefined) {
      this.#configured = true;
      this.#level = config.scan_level;
    }
    // govulncheck before v1.1.4 writes no SBOM: what it found shows as well that it had come so far.
    if (sbom !== undefined || osv !== undefined || finding !== undefined) this.#loaded = true;
    if (osv !== undefined) this.#entries.set(osv.id, osv);
    if (finding !== undefined) this.#find(finding);
  }

  /** One vulnerability comes as several findings: of its module, then of its package, then of each call. */
  #find({ osv, fixed_version: fixed, trace }: Found): void {
    const [frame] = trace;
    if (frame === undefined) return;
    const { module, version = '' } = frame;
    const reach = frame.function !== undefined ? 'called' : frame.package !== undefined ? 'imported' : 'required';
    const key = JSON.stringify([osv, module, version]);
    const known = this.#found.get(key);
    const farthest = known !== undefined && reaches.indexOf(known.reach) > reaches.indexOf(reach) ? known.reach : reach;
    const better = fixed ?? known?.fixed;
    this.#found.set(key, {
      id: osv,
      aliases: [],
      summary: '',
      path: module,
      version,
      ...(better === undefined || better === '' ? {} : { fixed: better }),
      reach: farthest,
    });
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
