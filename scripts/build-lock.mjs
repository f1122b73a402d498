/** One build at a time in a checkout: whoever comes while one builds waits for it. A lock whose process has ended is nobody's. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two looks at a lock. */
const pause = 100;
/** Milliseconds after which a lock without a name in it was left by a process that ended before it wrote one. */
const patience = 10_000;

/**
 * Runs `work` while no other process holds `file`, and gives what it gives. `onWait` hears once, with the number of the process
 * that is waited for. Two that take over one lock of the dead at the same moment may both work: what they make is put in its
 * place whole, so that does no harm.
 */
export async function alone(file, onWait, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = nameOf(process.pid);
  for (let told = false; !taken(file, own);) {
    const holder = holderOf(file);
    if (holder === undefined) continue;
    if (holder.isOver) {
      takeAway(file, holder.name);
      continue;
    }
    if (!told) onWait(holder.pid);
    told = true;
    await setTimeout(pause);
  }
  const leave = () => {
    if (holderOf(file)?.name === own) rmSync(file, { force: true });
  };
  process.on('exit', leave);
  try {
    return await work();
  } finally {
    process.off('exit', leave);
    leave();
  }
}

function taken(file, own) {
  try {
    writeFileSync(file, own, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** undefined where the lock has gone in the meantime. */
function holderOf(file) {
  try {
    const name = readFileSync(file, 'utf8');
    const pid = Number(name.split(' ')[0]);
    const isOver = name === '' ? Date.now() - statSync(file).mtimeMs > patience : nameOf(pid) !== name;
    return { name, pid, isOver };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** By another name first: a lock that somebody took in the meantime is put back. */
function takeAway(file, name) {
  const aside = `${file}.${String(process.pid)}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') === name) rmSync(aside);
    else renameSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Number and, where the system tells it, start of a process: numbers are given again. '' for one that has ended. */
function nameOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return '';
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return '';
  }
  try {
    // proc(5): the start is the 22nd field; the second, a name in brackets, may hold blanks.
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return `${String(pid)} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return String(pid);
  }
}
