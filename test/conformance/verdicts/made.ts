/** Worlds by number: a healthy one, and one or two things done to it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Random } from '../random.ts';
import type { Fault } from './fault.ts';
import { goModFaults } from './faults-go-mod.ts';
import { packageFaults } from './faults-packages.ts';
import { sumFaults } from './faults-sums.ts';
import { workFaults } from './faults-work.ts';
import { lay, readBelow, type Laid } from './laid.ts';
import { makeWorld, sumsOf, type World } from './world.ts';

/** Every kind, in a fixed order: a number names the same one each time. */
const faults: readonly Fault[] = [...goModFaults, ...sumFaults, ...packageFaults, ...workFaults];

export interface Made {
  readonly world: World;
  readonly laid: Laid;
  /** What was done to it. */
  readonly what: readonly string[];
}

/** The world of this number, below `folder`; of what is done to it only what is not in `spared`. */
export function made(seed: number, number: number, folder: string, spared: ReadonlySet<string> = new Set()): Made {
  const random = new Random(seed, number);
  const world = makeWorld(random, number);
  const wanted = random.chance(5) ? 0 : random.chance(30) ? 2 : 1;
  const what: string[] = [];
  const chosen: { readonly fault: Fault; readonly random: Random }[] = [];
  for (let tries = 0; chosen.length < wanted && tries < 40; tries++) {
    const fault = tries === 0 ? faults[(number * 7) % faults.length] : random.pick(faults);
    if (fault === undefined || chosen.some((one) => one.fault.what === fault.what)) continue;
    const own = new Random(seed, number, tries);
    // Whether it finds anything to work on is tried on a world of its own.
    if (fault.when === 'shape' && !fault.make(copyOfWorld(world), own)) continue;
    // What is done to go.mod once the vendor folder is laid is another matter.
    const isLate = fault.when === 'shape' && world.isVendored && random.chance(50);
    chosen.push({ fault: isLate ? { ...fault, when: 'late' } : fault, random: new Random(seed, number, tries) });
  }
  const doThose = (when: Fault['when']): void => {
    for (const one of chosen) {
      if (one.fault.when === when && !spared.has(one.fault.what) && one.fault.make(world, one.random))
        what.push(one.fault.what);
    }
  };
  doThose('shape');
  for (const dir of world.mains) world.files.set(path.posix.join(dir, 'go.sum'), sumsOf(world.served));
  if (world.isVendored) withVendor(world, lay(world, folder));
  doThose('late');
  return { world, laid: lay(world, folder), what };
}

function copyOfWorld(world: World): World {
  return {
    ...world,
    files: new Map(world.files),
    links: new Map(world.links),
    served: [...world.served],
    env: new Map(world.env),
  };
}

/** Where go lays no vendor folder there is none. */
function withVendor(world: World, { root, env }: Laid): void {
  const words = [world.isWorkspace ? 'work' : 'mod', 'vendor'];
  const { status } = spawnSync('go', words, { cwd: root, env: { ...process.env, ...env }, timeout: 120_000 });
  if (status !== 0 || !existsSync(path.join(root, 'vendor'))) return;
  for (const [file, text] of readBelow(root, 'vendor')) world.files.set(file, text);
}
