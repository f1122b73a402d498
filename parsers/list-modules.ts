/** `go list -m -e -json all`: the modules of the build list, and what go knows of each. */
import * as v from 'valibot';
import { shapeMistake } from '../graph/json-mistake.ts';
import type { ListedModule } from '../graph/snapshot/records.ts';
import { JsonStream } from './json-stream.ts';
import type { Limits } from './limits.ts';
import { nameSchema } from './name-schema.ts';
import { invalid, quotedOf, type TextSource } from './source.ts';

const text = v.string();

/** The fields that are used, of cmd/go/internal/modinfo ModulePublic; others are passed over. */
const listed = v.object({
  Path: v.pipe(nameSchema, v.nonEmpty()),
  Version: v.optional(nameSchema),
  Versions: v.optional(v.array(text)),
  Main: v.optional(v.boolean()),
  Indirect: v.optional(v.boolean()),
  GoVersion: v.optional(text),
  Replace: v.optional(v.object({ Path: v.pipe(nameSchema, v.nonEmpty()), Version: v.optional(nameSchema) })),
  Dir: v.optional(text),
  Time: v.optional(text),
  Retracted: v.optional(v.array(text)),
  Deprecated: v.optional(text),
  Update: v.optional(v.object({ Path: text, Version: v.optional(text) })),
  Error: v.optional(v.object({ Err: text })),
});

const listCommand: TextSource = { name: 'go list -m -json all', code: 'go-output-invalid' };

/** Reads the modules while they come. Mistakes throw a Fault of the source's code that names the last module read. */
export class ListModulesParser {
  readonly #source: TextSource;
  readonly #modules: ListedModule[] = [];
  readonly #stream: JsonStream;

  /** `onCount` hears how many modules have been read, after each. */
  constructor(source: TextSource = listCommand, onCount?: (count: number) => void, limits?: Limits) {
    this.#source = source;
    this.#stream = new JsonStream({
      source,
      noun: 'module',
      last: () => this.#modules.at(-1)?.path,
      onValue: (value) => {
        this.#modules.push(this.#module(value));
        onCount?.(this.#modules.length);
      },
      ...(limits === undefined ? {} : { limits }),
    });
  }

  /** Takes the next bytes; a module may be cut anywhere. */
  push(chunk: Uint8Array): void {
    this.#stream.push(chunk);
  }

  /** All modules, in the order printed. Throws a Fault when the last one is cut off. */
  end(): ListedModule[] {
    this.#stream.end();
    return this.#modules;
  }

  /** The modules read so far: what is known when the rest cannot be read. */
  get modules(): readonly ListedModule[] {
    return this.#modules;
  }

  #module(value: unknown): ListedModule {
    const checked = v.safeParse(listed, value);
    if (!checked.success) {
      const [issue] = checked.issues;
      const last = this.#modules.at(-1)?.path;
      const where = `module ${this.#modules.length + 1}${last === undefined ? '' : quotedOf(this.#source, ', after ', last)}`;
      throw invalid(
        this.#source,
        `${this.#source.name}: ${where}: ${v.getDotPath(issue) ?? 'the value'}: ${shapeMistake(issue)}`,
      );
    }
    const { output } = checked;
    return {
      path: output.Path,
      ...(output.Version === undefined ? {} : { version: output.Version }),
      ...(output.Versions === undefined ? {} : { versions: output.Versions }),
      ...(output.Main === true ? { main: true } : {}),
      ...(output.Indirect === true ? { indirect: true } : {}),
      ...(output.GoVersion === undefined ? {} : { goVersion: output.GoVersion }),
      ...(output.Replace === undefined ? {} : { replace: moduleRef(output.Replace.Path, output.Replace.Version) }),
      ...(output.Dir === undefined ? {} : { dir: output.Dir }),
      ...(output.Time === undefined ? {} : { time: output.Time }),
      ...(output.Retracted === undefined ? {} : { retracted: output.Retracted }),
      ...(output.Deprecated === undefined ? {} : { deprecated: output.Deprecated }),
      ...(output.Update?.Version === undefined ? {} : { update: output.Update.Version }),
      ...(output.Error === undefined ? {} : { error: output.Error.Err }),
    };
  }
}

function moduleRef(path: string, version: string | undefined): { path: string; version?: string } {
  return version === undefined || version === '' ? { path } : { path, version };
}

/** The same for an output that is there as a whole. */
export function parseListModules(
  input: string | Uint8Array,
  source?: TextSource,
  onCount?: (count: number) => void,
): ListedModule[] {
  const parser = new ListModulesParser(source, onCount);
  parser.push(typeof input === 'string' ? new TextEncoder().encode(input) : input);
  return parser.end();
}
