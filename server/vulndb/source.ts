/** The files of a Go vulnerability database, by https://, http:// or file:// (https://go.dev/security/vuln/database). */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as v from 'valibot';
import { Fault, toFault } from '../../graph/fault.ts';
import { jsonMistake, shapeMistake } from '../../graph/json-mistake.ts';
import { databaseSchema, type Entry, entrySchema, type Index, indexSchema } from '../../graph/vulndb/schema.ts';
import { readRegularFile } from '../project/regular-file.ts';
import { openDoor } from '../requests/door.ts';

/** Most bytes of a file, unpacked. */
const limits = { db: 64 << 10, modules: 32 << 20, entry: 4 << 20 } as const;

/** Milliseconds for one file. */
const timeout = 60_000;

/** The three files that are read. Each throws a Fault: 'go-failed' where it cannot be had, 'bad-input' for what is in it, 'too-large', 'cancelled'. */
export interface Source {
  /** A folder: it needs no network, and nothing of it is kept. */
  readonly isLocal: boolean;
  /** When the database last changed, as it says. */
  readonly modified: () => Promise<string>;
  readonly index: () => Promise<Index>;
  /** `id` is of the index, and was checked there. */
  readonly entry: (id: string) => Promise<Entry>;
}

type Read = (endpoint: string, limit: number) => Promise<string>;

/** Throws a Fault 'bad-input' for an address that is none of these. */
export function openSource(address: string, signal: AbortSignal): Source {
  const base = parsed(address);
  const isLocal = base.protocol === 'file:';
  const read = isLocal ? folder(base) : served(base, signal);
  return {
    isLocal,
    modified: async () => checked(databaseSchema, 'index/db.json', await read('index/db', limits.db)).modified,
    index: async () => checked(indexSchema, 'index/modules.json', await read('index/modules', limits.modules)),
    entry: async (id) => {
      const entry = checked(entrySchema, `ID/${id}.json`, await read(`ID/${id}`, limits.entry));
      if (entry.id !== id) throw broken(`ID/${id}.json`, `it is about ${entry.id}`);
      return entry;
    },
  };
}

function parsed(address: string): URL {
  const base = URL.canParse(address) ? new URL(address) : undefined;
  if (base === undefined || !['https:', 'http:', 'file:'].includes(base.protocol)) {
    throw new Fault('bad-input', 'GOVULNDB is no address of a vulnerability database.', {
      hint: 'It begins with https:// or file://; `GOVULNDB=off` asks none.',
    });
  }
  return base;
}

function folder(base: URL): Read {
  return (endpoint, limit) => {
    const file = path.join(fileURLToPath(base), `${endpoint}.json`);
    try {
      return Promise.resolve(readRegularFile(file, limit).toString('utf8'));
    } catch (cause) {
      if (cause instanceof Fault) throw cause;
      throw new Fault('bad-input', `The Go vulnerability database cannot be read: ${toFault(cause).message}`, {
        hint: 'GOVULNDB names the folder that holds index/modules.json.',
        cause,
      });
    }
  };
}

/** The packed files where they are served, which every database should have; else the plain ones. */
function served(base: URL, signal: AbortSignal): Read {
  let door: ReturnType<typeof openDoor> | undefined;
  let plain = false;
  const get = async (endpoint: string, suffix: string, limit: number) => {
    const address = new URL(base);
    address.pathname = `${base.pathname.replace(/\/+$/, '')}/${endpoint}.json${suffix}`;
    try {
      return await (await (door ??= openDoor())).get(address, { limit, timeout, signal });
    } catch (cause) {
      const { code, message, hint = '' } = toFault(cause);
      if (code !== 'go-failed') throw cause;
      throw new Fault(code, `The Go vulnerability database could not be asked: ${message}`, { hint, cause });
    }
  };
  return async (endpoint, limit) => {
    let packed = !plain;
    let answer = await get(endpoint, packed ? '.gz' : '', limit);
    if (packed && answer.status === 404) {
      packed = false;
      answer = await get(endpoint, '', limit);
      plain = answer.status === 200;
    }
    if (answer.status !== 200) {
      throw new Fault(
        'go-failed',
        `The Go vulnerability database answers ${String(answer.status)} for ${endpoint}.json.`,
        {
          hint: 'Check GOVULNDB.',
        },
      );
    }
    return (packed ? await unpacked(`${endpoint}.json.gz`, answer.body, limit) : answer.body).toString('utf8');
  };
}

async function unpacked(name: string, body: Buffer, limit: number): Promise<Buffer> {
  try {
    return await promisify(gunzip)(body, { maxOutputLength: limit });
  } catch (error) {
    throw broken(name, error instanceof Error ? error.message : String(error), error);
  }
}

function checked<Schema extends v.GenericSchema>(schema: Schema, name: string, text: string): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw broken(name, `it is not JSON${jsonMistake(error, text)}`, error);
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw broken(name, `${v.getDotPath(issue) ?? 'the value'}: ${shapeMistake(issue)}`);
}

function broken(name: string, why: string, cause?: unknown): Fault {
  return new Fault('bad-input', `The Go vulnerability database is broken: ${name}: ${why}.`, {
    hint: 'Check GOVULNDB.',
    cause,
  });
}
