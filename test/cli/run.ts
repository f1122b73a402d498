/** Runs the command line in this process, with streams and a folder of its own. */
import { fileURLToPath } from 'node:url';
import { ClosedPipe, type Surroundings } from '../../cli/io.ts';
import { run } from '../../cli/program.ts';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface RunSettings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** stderr is a terminal of 80 columns. */
  readonly terminal?: boolean;
  /** The reader of stdout goes away after this many characters. */
  readonly closesAfter?: number;
  readonly signal?: AbortSignal;
  readonly pageFolder?: string;
  /** Hears all that was printed on stdout so far. */
  readonly onOut?: (out: string) => void;
}

/** Folder of the recorded modules. */
const recordedFolder = fileURLToPath(new URL('../../samples/recorded/', import.meta.url));

/** `modscope ARGUMENTS`. */
export async function modscope(argv: readonly string[], settings: RunSettings = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const io: Surroundings = {
    stdout: {
      isTerminal: false,
      columns: 0,
      write: (text) => {
        out += asText(text);
        settings.onOut?.(out);
        return out.length > (settings.closesAfter ?? Infinity) ? Promise.reject(new ClosedPipe()) : Promise.resolve();
      },
    },
    stderr: {
      isTerminal: settings.terminal === true,
      columns: settings.terminal === true ? 80 : 0,
      write: (text) => {
        err += asText(text);
        return Promise.resolve();
      },
    },
    env: settings.env ?? {},
    cwd: settings.cwd ?? recordedFolder,
    pid: 4711,
    pageFolder: settings.pageFolder ?? '/no/page',
    signal: settings.signal ?? new AbortController().signal,
  };
  const status = await run(argv, io);
  return { status, out, err };
}

function asText(text: string | Uint8Array): string {
  return typeof text === 'string' ? text : new TextDecoder().decode(text);
}
