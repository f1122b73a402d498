/** Graphs of a million requirements and more, each in a process of its own that tells its greatest memory. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printTable } from './print-table.ts';
import { requirementChunks } from './requirements.ts';

/** Resident memory that no process may pass, in bytes, and the requirements it holds for. */
const mostMemory = 512 * 2 ** 20;
const lines = 1_000_000;
/** So many are refused, before the same memory is passed. */
const tooManyLines = 10_000_000;

/** Written by the process as it ends: maxRSS is in kilobytes. */
const tellMemory = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from 'node:fs';
   process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS)));`,
)}`;

interface Ended {
  readonly status: number | null;
  readonly bytes: number;
  readonly seconds: number;
  /** The last line on stdout, or the first on stderr when it failed. */
  readonly said: string;
}

/** Prints the table; gives the goals that were missed. */
export function measureMemory(): string[] {
  if (spawnSync(process.execPath, ['scripts/fresh.mjs'], { stdio: 'inherit' }).status !== 0)
    return ['dist is not built'];
  const folder = mkdtempSync(path.join(tmpdir(), 'modscope-bench-'));
  try {
    return measureIn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureIn(folder: string): string[] {
  const file = write(folder, lines);
  const large = write(folder, tooManyLines);
  const command = (verb: string, graph: string): Ended => run(folder, ['dist/main.js', verb, '--graph', graph]);
  const runs: readonly (readonly [string, Ended, number])[] = [
    ['read, open, analyse', run(folder, [process.argv[1] ?? '', 'analyse', file]), 0],
    ...['list', 'conflicts', 'findings', 'cycles'].map((verb) => [`modscope ${verb}`, command(verb, file), 0] as const),
    ...['list', 'conflicts'].map(
      (verb) => [`${tooManyLines.toLocaleString('en')}: ${verb}`, command(verb, large), 4] as const,
    ),
  ];
  const rows = runs.map(([name, { status, bytes, seconds, said }]) => [
    name,
    (bytes / 2 ** 20).toFixed(0),
    seconds.toFixed(1),
    String(status),
    `  ${said.slice(0, 100)}`,
  ]);
  const megabytes = (size: number): string => (size / 1e6).toFixed(0);
  console.log(
    `${lines.toLocaleString('en')} requirements (${megabytes(statSync(file).size)} MB of text), each in a process of its own:`,
  );
  printTable([['what', 'MiB', 's', 'status', ''], ...rows]);
  console.log(`Greatest resident memory; goal: ≤ ${String(mostMemory / 2 ** 20)} MiB.\n`);
  return runs.flatMap(([name, ended, wanted]) => [
    ...(ended.bytes <= mostMemory ? [] : [`${name}: memory`]),
    ...(ended.status === wanted ? [] : [`${name}: status ${String(ended.status)}`]),
  ]);
}

function write(folder: string, count: number): string {
  const file = path.join(folder, `graph-${String(count)}.txt`);
  const descriptor = openSync(file, 'w');
  for (const chunk of requirementChunks(count)) writeSync(descriptor, chunk);
  closeSync(descriptor);
  return file;
}

function run(folder: string, args: readonly string[]): Ended {
  const memory = path.join(folder, 'memory');
  rmSync(memory, { force: true });
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tellMemory, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, BENCH_MEMORY: memory },
  });
  return {
    status,
    bytes: Number(readFileSync(memory, 'utf8')) * 1024,
    seconds: (performance.now() - start) / 1000,
    said: (status === 0 ? stdout.trim().split('\n').at(-1) : stderr.split('\n')[0]) ?? '',
  };
}
