/** The built modscope, serving a sample. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Served {
  /** The address of the page with its token, and a view. */
  url(search: string): string;
  close(): Promise<void>;
}

/** Starts `modscope serve` on a sample, or on what `source` names; rejects with what it said on stderr when it ends before it told its address. */
export function startServed(sample: string, source: readonly string[] = ['--sample', sample]): Promise<Served> {
  const server = spawn(process.execPath, ['dist/main.js', 'serve', '--no-open', '--json', ...source], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    void ended.then(() => {
      reject(new Error(`modscope serve ended: ${said}`));
    });
    createInterface(server.stdout).once('line', (line) => {
      const { url } = JSON.parse(line) as { url: string };
      resolve({
        url: (search) => `${url}${search === '' ? '' : `&${search}`}`,
        async close() {
          server.kill();
          await ended;
        },
      });
    });
  });
}
