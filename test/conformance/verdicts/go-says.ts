/** What go says of a world, asked as its user would, read-only. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { copyOf, type Laid } from './laid.ts';
import type { World } from './world.ts';

export interface Said {
  readonly graph: boolean;
  readonly build: boolean;
  /** A build takes the vendor folder: there the graph is another matter. */
  readonly vendor: boolean;
  /** Only the network tells whether a build is refused, or why: who may not fetch cannot know. */
  readonly byNetwork: boolean;
  /** Its words, for a reader. */
  readonly words: string;
}

/** Runs go some four times on a copy. */
export function goSays(world: World, laid: Laid): Said {
  const root = copyOf(laid);
  const flags = world.env.get('GOFLAGS') ?? '';
  const env = Object.fromEntries(
    Object.entries(laid.env).map(([name, value]) => [name, value === laid.root ? root : value]),
  );
  const run = (
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): { ok: boolean; words: string } => {
    const { status, stderr } = spawnSync('go', args, {
      cwd: root,
      encoding: 'utf8',
      timeout: 600_000,
      env: { ...process.env, ...env, ...more },
    });
    return { ok: status === 0, words: stderr };
  };
  const inWork = world.isWorkspace && world.env.get('GOWORK') !== 'off';
  // Who sets -mod=mod lets go write; read-only is asked all the same. In a workspace go refuses the flag.
  const mode = flags.includes('-mod=mod') && !inWork ? ['-mod=readonly'] : [];
  const patterns = inWork ? world.mains.map((dir) => `./${dir}/...`) : ['./...'];
  const list = ['list', ...mode, '-deps', ...patterns];
  const graph = run(['list', '-mod=readonly', '-m', 'all']);
  const build = run(list);
  const vendor =
    existsSync(path.join(root, 'vendor')) || flags.includes('-mod=vendor')
      ? /using the vendor directory|inconsistent vendoring/.test(run(['list', ...mode, '-m', 'all']).words)
      : false;
  const byNetwork = /GOPROXY=off/.test(run(list, { GOPROXY: 'off' }).words);
  return {
    graph: graph.ok,
    build: build.ok,
    vendor,
    byNetwork,
    words: [graph.ok ? '' : `graph: ${graph.words}`, build.ok ? '' : `build: ${build.words}`]
      .filter(Boolean)
      .join('\n'),
  };
}

/** Whether go refuses it as it builds. */
export function isRefused({ graph, build, vendor }: Said): boolean {
  return vendor ? !build : !graph || !build;
}
