/** What is known of this machine beside the snapshot: the go that ran, its settings, and its module cache. */
import type { Beside } from '../../graph/model/beside.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { GoEnv } from '../process/go-env.ts';
import type { Project } from './find.ts';
import { frontierOf } from './frontier.ts';
import { goModFinder } from './mod-cache.ts';
import { missingSumsOf, settingsOf } from './settings.ts';
import type { LoadOptions } from './types.ts';

/**
 * `frontier`: read the module cache, too, a small file for each version without requirements (traefik: some 1,000). Offline
 * with a go that may switch to another, `env` has settings of ours (go.ts, env), which say nothing of the user's.
 */
export function besideOf(
  project: Project,
  env: GoEnv,
  snapshot: Snapshot,
  { frontier, offline, toolchain }: LoadOptions,
): Beside {
  const ours = offline && toolchain === 'auto';
  const missing = env.GOPROXY.startsWith('off') ? missingSumsOf(project, snapshot) : [];
  return {
    go: env.GOVERSION.replace(/^go/, ''),
    ...(ours ? {} : { settings: settingsOf(env, missing) }),
    ...(frontier === true ? frontierOf(snapshot, goModFinder(project.root, env.GOMODCACHE)) : {}),
  };
}
