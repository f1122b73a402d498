/** `go list -e -deps -test -json=…`: the packages that a build and its tests see. */
import * as v from 'valibot';
import { shapeMistake } from '../graph/json-mistake.ts';
import type { ListedPackage } from '../graph/packages/listed.ts';
import { JsonStream } from './json-stream.ts';
import type { Limits } from './limits.ts';
import { invalid, quotedOf, type TextSource } from './source.ts';

const text = v.string();
const texts = v.optional(v.array(text));
const yes = v.optional(v.boolean());

/** The fields that are used, of cmd/go/internal/load PackagePublic; others are passed over. */
const listed = v.object({
  ImportPath: v.pipe(text, v.nonEmpty()),
  Dir: v.optional(text),
  Standard: yes,
  DepOnly: yes,
  ForTest: v.optional(text),
  Module: v.optional(v.object({ Path: text, Version: v.optional(text), Main: yes })),
  Imports: texts,
  TestImports: texts,
  XTestImports: texts,
  Error: v.optional(v.object({ ImportStack: v.nullish(v.array(text)), Pos: v.optional(text, ''), Err: text })),
});

/** What `-json=` is to list: without Stale and its kind, for which go would run compiler and pkg-config. */
export const packageFields = 'ImportPath,Dir,Standard,DepOnly,ForTest,Module,Imports,TestImports,XTestImports,Error';

const listCommand: TextSource = { name: 'go list -deps -test -json', code: 'go-output-invalid' };

/** Reads the packages while they come. Mistakes throw a Fault of the source's code that names the last package read. */
export class ListPackagesParser {
  readonly #source: TextSource;
  readonly #packages: ListedPackage[] = [];
  readonly #stream: JsonStream;

  /** `onCount` hears how many entries have been read, test variants counted, after each. */
  constructor(source: TextSource = listCommand, onCount?: (count: number) => void, limits?: Limits) {
    this.#source = source;
    this.#stream = new JsonStream({
      source,
      noun: 'package',
      last: () => this.#packages.at(-1)?.path,
      onValue: (value) => {
        this.#packages.push(this.#package(value));
        onCount?.(this.#packages.length);
      },
      ...(limits === undefined ? {} : { limits }),
    });
  }

  /** Takes the next bytes; a package may be cut anywhere. */
  push(chunk: Uint8Array): void {
    this.#stream.push(chunk);
  }

  /** All entries, in the order printed. Throws a Fault when the last one is cut off. */
  end(): ListedPackage[] {
    this.#stream.end();
    return this.#packages;
  }

  #package(value: unknown): ListedPackage {
    const checked = v.safeParse(listed, value);
    if (!checked.success) {
      const [issue] = checked.issues;
      const last = this.#packages.at(-1)?.path;
      const where = `package ${this.#packages.length + 1}${last === undefined ? '' : quotedOf(this.#source, ', after ', last)}`;
      throw invalid(
        this.#source,
        `${this.#source.name}: ${where}: ${v.getDotPath(issue) ?? 'the value'}: ${shapeMistake(issue)}`,
      );
    }
    const { ImportPath, Dir, Standard, DepOnly, ForTest, Module, Error: error, ...rest } = checked.output;
    return {
      path: ImportPath,
      ...(Dir === undefined ? {} : { dir: Dir }),
      ...(Standard === true ? { standard: true } : {}),
      ...(DepOnly === true ? { depOnly: true } : {}),
      ...(ForTest === undefined ? {} : { forTest: ForTest }),
      ...(Module === undefined ? {} : { module: moduleRef(Module) }),
      imports: rest.Imports ?? [],
      testImports: [...(rest.TestImports ?? []), ...(rest.XTestImports ?? [])],
      ...(error === undefined ? {} : { error: { text: errorText(error), importStack: error.ImportStack ?? [] } }),
    };
  }
}

/** The place first, as go prints it (cmd/go/internal/load, PackageError). */
function errorText({ Pos, Err }: { readonly Pos: string; readonly Err: string }): string {
  return Pos === '' || Err.startsWith(Pos) ? Err : `${Pos}: ${Err}`;
}

/** A main module has no version, whatever go derives for it. */
function moduleRef(module: v.InferOutput<typeof listed>['Module'] & object): { path: string; version?: string } {
  const { Path: path, Version: version = '', Main: main = false } = module;
  return main || version === '' ? { path } : { path, version };
}
