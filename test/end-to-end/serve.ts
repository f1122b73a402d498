/** Fixture: the built modscope, started on what a test names, ended with the test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Served {
  /** The link with the token, as printed: `page.goto(url)`. */
  readonly url: string;
  /** Where the page is once it has its session: `${origin}/?…`. */
  readonly origin: string;
  readonly pid: number;
  /** What modscope has said on stderr so far. */
  readonly said: () => string;
  /** Ends modscope with SIGTERM; resolves with its exit status. */
  readonly end: () => Promise<number | null>;
}

export interface ServeOptions {
  readonly cwd?: string;
  /** Added to the environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** `serve('--sample', 'kubectl')`, `serve(folder)`: the arguments of `modscope serve`. */
export type Serve = (first: string, ...more: readonly (string | ServeOptions)[]) => Promise<Served>;

export const test = base.extend<{ serve: Serve }>({
  serve: async ({ browserName: _ }, use) => {
    const ends: (() => Promise<unknown>)[] = [];
    await use(async (...given) => {
      const args = given.filter((one) => typeof one === 'string');
      const { cwd, env } = given.find((one) => typeof one !== 'string') ?? {};
      const child = spawn(process.execPath, [main, 'serve', ...args, '--no-open', '--json'], {
        cwd: cwd ?? process.cwd(),
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const exited = once(child, 'exit');
      const end = async (): Promise<number | null> => {
        child.kill('SIGTERM');
        await exited;
        return child.exitCode;
      };
      ends.push(end);
      let words = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
      const url = await address(child, () => words);
      return { url, origin: new URL(url).origin, pid: child.pid ?? 0, said: () => words, end };
    });
    await Promise.all(ends.map((end) => end()));
  },
});

export { expect } from '@playwright/test';

/** The address in the one line that `--json` prints. */
async function address(child: ChildProcess, said: () => string): Promise<string> {
  if (child.stdout === null) throw new Error('modscope has no stdout');
  for await (const line of createInterface(child.stdout)) {
    const told: unknown = JSON.parse(line);
    if (typeof told === 'object' && told !== null && 'url' in told && typeof told.url === 'string') return told.url;
  }
  throw new Error(`modscope ended without an address: ${said()}`);
}
