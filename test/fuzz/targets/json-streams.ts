/** Streams of JSON objects: the splitter alone, and the three readers that stand on it. */
import fc from 'fast-check';
import { Fault } from '../../../graph/fault.ts';
import type { ListedModule } from '../../../graph/snapshot/records.ts';
import { GovulncheckParser } from '../../../parsers/govulncheck.ts';
import { JsonStream } from '../../../parsers/json-stream.ts';
import { defaultLimits } from '../../../parsers/limits.ts';
import { ListModulesParser } from '../../../parsers/list-modules.ts';
import { ListPackagesParser } from '../../../parsers/list-packages.ts';
import type { TextSource } from '../../../parsers/source.ts';
import { inChunks } from '../inputs/chunks.ts';
import { listed, packages, vulnerabilities } from '../inputs/corpus.ts';
import { asBytes, damaged, dice, strungTogether } from '../inputs/edits.ts';
import { changedJson } from '../inputs/json.ts';
import { anywhere, ofGo, ofJson } from '../inputs/words.ts';
import { bytesOfInput, must, mustEqual, type Input, type Target } from '../target.ts';

const source: TextSource = { name: 'list.json', code: 'bad-input' };
const words = [...ofJson, ...anywhere, ...ofGo];

interface Reader<T> {
  push(chunk: Uint8Array): void;
  end(): T;
}

/** Objects as go prints them, some of them changed inside; the text damaged; or words of JSON alone. */
function texts(good: readonly unknown[]): fc.Arbitrary<string> {
  const printed = good.map((one) => JSON.stringify(one, undefined, '\t'));
  const whole = [printed.join('\n'), ...printed];
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(changedJson(good), { minLength: 1, maxLength: 4 })
        .map((list) => list.map((one) => JSON.stringify(one, undefined, '\t')).join('\n')),
    },
    { weight: 3, arbitrary: damaged(whole, words) },
    strungTogether(ofJson, ['', '', ' ', '\n', ',']),
  );
}

/** What the bytes give, whole and in chunks, which must be the same; throws the Fault where they are refused. */
function bothWays<T>(input: Input, make: () => Reader<T>): T {
  const read = (chunks: Iterable<Uint8Array>): { readonly value: T } | Fault => {
    const reader = make();
    try {
      for (const chunk of chunks) reader.push(chunk);
      return { value: reader.end() };
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  };
  const bytes = bytesOfInput(input);
  const whole = read([bytes]);
  const pieces = read(inChunks(bytes, input.dice));
  if (whole instanceof Fault) {
    must(pieces instanceof Fault && pieces.code === whole.code, 'chunks change whether it is read');
    throw whole;
  }
  must(!(pieces instanceof Fault), 'chunks change whether it is read');
  mustEqual(pieces.value, whole.value, 'chunks change what is read');
  return whole.value;
}

interface More {
  readonly share: number;
  /** Stands before most texts: without it nothing else is read. */
  readonly head?: string;
}

function target(name: string, good: readonly unknown[], more: More, examine: (input: Input) => void): Target {
  const { share, head = '' } = more;
  const inputs = fc.tuple(fc.constantFrom(head, head, head, ''), texts(good)).map(([before, text]) => before + text);
  return {
    name,
    share,
    inputs: fc.record({ text: asBytes(inputs), dice }),
    codes: ['bad-input', 'too-large'],
    examine,
  };
}

function splitter(): Reader<unknown[]> {
  const values: unknown[] = [];
  const limits = { ...defaultLimits, depth: 20, value: 20_000 };
  const stream = new JsonStream({
    source,
    noun: 'value',
    last: () => undefined,
    limits,
    onValue: (value) => values.push(value),
  });
  return {
    push: (chunk) => {
      stream.push(chunk);
    },
    end: () => {
      stream.end();
      return values;
    },
  };
}

/** As go would print what was read. */
function printed(module: ListedModule): string {
  const { path, version, main, indirect, goVersion, replace, dir, time, retracted, deprecated, update, error } = module;
  return JSON.stringify({
    Path: path,
    Version: version,
    Main: main,
    Indirect: indirect,
    GoVersion: goVersion,
    Replace: replace && { Path: replace.path, Version: replace.version },
    Dir: dir,
    Time: time,
    Retracted: retracted,
    Deprecated: deprecated,
    Update: update === undefined ? undefined : { Path: path, Version: update },
    Error: error === undefined ? undefined : { Err: error },
  });
}

export const jsonStreams: readonly Target[] = [
  target('json-stream', [...listed, ...packages], { share: 10 }, (input) => {
    const values = bothWays(input, splitter);
    const again = bothWays(
      { text: values.map((value) => JSON.stringify(value)).join(' '), dice: input.dice },
      splitter,
    );
    mustEqual(again, values, 'what was read is read differently once written');
  }),
  target('list-modules', listed, { share: 10 }, (input) => {
    const modules = bothWays(input, () => new ListModulesParser(source));
    must(
      modules.every(({ path }) => path !== ''),
      'a module without a path',
    );
    const again = bothWays(
      { text: modules.map(printed).join('\n'), dice: input.dice },
      () => new ListModulesParser(source),
    );
    mustEqual(again, modules, 'modules are read differently once printed');
  }),
  target('list-packages', packages, { share: 6 }, (input) => {
    const read = bothWays(input, () => new ListPackagesParser(source));
    must(
      read.every(({ path }) => path !== ''),
      'a package without a path',
    );
  }),
  target('govulncheck', vulnerabilities, { share: 6, head: JSON.stringify(vulnerabilities[0]) }, (input) => {
    const found = bothWays(input, () => new GovulncheckParser(source));
    const keys = found.map(({ id, path, version }) => JSON.stringify([id, path, version]));
    must(new Set(keys).size === keys.length, 'a vulnerability is told twice');
  }),
];
