/** Makes a world small in which we disagree with go: what was done, files and lines are taken away one at a time. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lay } from './laid.ts';
import { hold } from './ask-both.ts';
import { made } from './made.ts';
import type { World } from './world.ts';

/** At most so many worlds are tried; each takes seconds. */
const patience = 60;

/** The text of a small one, as an archive: its files, its environment, and what the proxy serves. */
export async function shrunk(seed: number, number: number, scratch: string): Promise<string> {
  let left = patience;
  let trial = 0;
  const isWrong = async (world: World): Promise<boolean> => {
    if (left-- <= 0) return false;
    // Of a folder in a module cache go remembers what is in it, even once it is gone: each gets one of its own.
    const folder = path.join(scratch, String(trial++));
    mkdirSync(folder, { recursive: true });
    const { wrong } = await hold({ world, laid: lay(world, folder) });
    rmSync(folder, { recursive: true, force: true });
    return wrong.length > 0;
  };
  let best = made(seed, number, path.join(scratch, 'first')).world;
  for (let progress = true; progress && left > 0;) {
    progress = false;
    for (const smaller of smallerOnes(best)) {
      if (left <= 0) break;
      if (!(await isWrong(smaller))) continue;
      best = smaller;
      progress = true;
      break;
    }
  }
  return archive(best);
}

function* smallerOnes(world: World): Generator<World> {
  for (const name of world.files.keys()) {
    if (/(?:^|\/)go\.(?:mod|work)$/.test(name)) continue;
    const files = new Map(world.files);
    files.delete(name);
    yield { ...world, files };
  }
  for (const [at] of world.served.entries()) yield { ...world, served: world.served.toSpliced(at, 1) };
  for (const [name, text] of world.files) {
    if (typeof text !== 'string' || name.startsWith('vendor/') || name.endsWith('.go')) continue;
    const lines = text.split('\n');
    for (const [at] of lines.entries()) {
      if (at === 0 || lines[at] === '') continue;
      yield { ...world, files: new Map(world.files).set(name, lines.toSpliced(at, 1).join('\n')) };
    }
  }
}

function archive(world: World): string {
  const files = [
    ...world.files,
    ...[...world.links].map(([name, target]) => [name, `→ ${target}`] as const),
    ['env', [...world.env].map(([name, value]) => `${name}=${value}`).join('\n')] as const,
    ...world.served.flatMap(({ path: name, version, files: own }) =>
      Object.entries(own).map(([file, text]) => [`${name}@${version}/${file}`, text] as const),
    ),
  ];
  return files.map(([name, text]) => `  -- ${name} --\n${String(text).trimEnd().replace(/^/gm, '  ')}\n`).join('');
}
