/**
 * `npm run mutation [-- ROOM…] [--concurrency N] [--fresh] [--list]`: changes the code of each room in small ways, runs
 * the room's own tests on every change, and prints how many changes they noticed. Fails where a room misses its goal.
 * --fresh forgets the results of earlier runs; --list prints the survivors as entries for test/mutation/ROOM.json.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { judge } from '../test/mutation/judge.mjs';
import { roomNamed, rooms } from '../test/mutation/rooms.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = `${root}node_modules/.cache/modscope-mutation/`;

/** Runs Stryker on one room and judges its report; undefined where it gave none. */
function run(room, { concurrency, fresh }) {
  const report = `${root}reports/mutation/${room.name}.json`;
  rmSync(report, { force: true });
  keepOnlyKilled(`${cache}${room.name}.json`);
  const args = ['run', 'stryker.config.mjs', '--concurrency', concurrency, ...(fresh ? ['--force'] : [])];
  spawnSync(process.execPath, [`${root}node_modules/@stryker-mutator/core/bin/stryker.js`, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, MODSCOPE_MUTATION_ROOM: room.name, MODSCOPE_GO_ANSWERS: `${cache}go` },
  });
  return existsSync(report) ? judge(readJson(report), listedOf(room)) : undefined;
}

/**
 * Stryker takes over what an earlier run said of a mutant while its code and its tests are the same; but which tests see
 * a mutant in what runs on loading it does not know. So what survived is always run again.
 */
function keepOnlyKilled(file) {
  if (!existsSync(file)) return;
  const earlier = readJson(file);
  for (const one of Object.values(earlier.files)) one.mutants = one.mutants.filter((m) => m.status === 'Killed');
  writeFileSync(file, JSON.stringify(earlier));
}

/** What test/mutation/ROOM.json says; a room without equivalents needs no file. */
function listedOf({ name }) {
  const file = `${root}test/mutation/${name}.json`;
  return existsSync(file) ? readJson(file) : [];
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const heads = ['room', 'mutants', 'killed', 'survived', 'equivalent', 'score', 'goal'];

function cellsOf({ room, result }) {
  if (result === undefined) return [room.name, 'broken', '', '', '', '', `${room.goal} %`];
  const { mutants, killed, survivors, equivalent, score } = result;
  return [room.name, mutants, killed, survivors.length, equivalent, `${score.toFixed(1)} %`, `${room.goal} %`];
}

function table(rows) {
  const cells = [heads, ...rows.map((row) => cellsOf(row).map(String))];
  const widths = heads.map((_, i) => Math.max(...cells.map((line) => line[i].length)));
  return cells.map((line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
  );
}

function missed({ room, result }) {
  return result === undefined || result.score < room.goal || result.errors.length > 0;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});
const chosen = positionals.length === 0 ? rooms : positionals.map(roomNamed);
const rows = chosen.map((room) => ({ room, result: run(room, values) }));

for (const { room, result } of rows) {
  for (const survivor of values.list ? (result?.survivors ?? []) : []) console.log(JSON.stringify(survivor));
  for (const error of result?.errors ?? []) console.log(`test/mutation/${room.name}.json: ${error}`);
}
console.log(table(rows).join('\n'));
console.log(
  'Score: killed in percent of all but the equivalent ones, which test/mutation/ROOM.json lists with a reason.',
);
const failed = rows.filter(missed).map(({ room }) => room.name);
if (failed.length > 0) console.log(`Missed: ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
