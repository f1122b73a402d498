/** Surroundings over the real process. */
import type { Writable } from 'node:stream';
import { Fault } from '../graph/fault.ts';
import { ClosedPipe, type Stream, type Surroundings } from './io.ts';
import { pageFolder } from './page-folder.ts';

export function processIo(signal: AbortSignal): Surroundings {
  return {
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    env: process.env,
    cwd: standing(),
    pid: process.pid,
    get pageFolder() {
      return pageFolder();
    },
    signal,
  };
}

/** Where the user stands. A folder that was deleted since has its name still, of which a verb says that there is none. */
function standing(): string {
  try {
    return process.cwd();
  } catch {
    // Libraries ask for it again.
    process.chdir('/');
    return process.env['PWD'] ?? '/';
  }
}

function outputOf(stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }): Stream {
  // A stream without a listener ends the process with a stack trace when its reader goes away.
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 0;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error === null || error === undefined) resolve();
          else reject(isClosed(error) ? new ClosedPipe() : cannotWrite(error));
        });
      }),
  };
}

function isClosed(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}

function cannotWrite(error: Error): Fault {
  return new Fault('write-failed', `The output cannot be written: ${error.message}`, { cause: error });
}
