/** What is known of this machine beside the snapshot: the go that ran, its settings, and its module cache. */
import { readFileSync } from 'node:fs';
import type { Beside } from '../../graph/model/beside.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { readDependencyGoMod } from '../../parsers/go-mod-lax.ts';
import type { GoEnv } from '../process/go-env.ts';
import { commandsOf } from './commands.ts';
import type { Project } from './find.ts';
import { frontierOf, type RequiresOf } from './frontier.ts';
import { goModFileOf } from './mod-cache.ts';
import { readText } from './read-text.ts';
import { leftInSums, missingSumsOf, settingsOf, sumsOf } from './settings.ts';
import type { LoadOptions } from './types.ts';

/**
 * `frontier`: read the module cache, too, a small file for each version without requirements (traefik: some 1,000). Offline
 * with a go that may switch to another, `env` has settings of ours (go.ts, env), which say nothing of the user's.
 */
export function besideOf(
  project: Project,
  env: GoEnv,
  snapshot: Snapshot,
  { frontier, offline, toolchain, verdict }: LoadOptions,
): Beside {
  const ours = offline && toolchain === 'auto';
  const missing = env.GOPROXY.startsWith('off') ? missingSumsOf(project, snapshot) : [];
  const ofGoMods = (): ReturnType<typeof frontierOf> => frontierOf(snapshot, requiresIn(project.root, env.GOMODCACHE));
  // What go dropped says why a package is missing.
  const excludes = snapshot.mains.some((main) => main.exclude.length > 0);
  return {
    go: env.GOVERSION.replace(/^go/, ''),
    ...(ours ? {} : { settings: settingsOf(env, missing) }),
    ...(frontier === true
      ? {
          ...ofGoMods(),
          commands: commandsOf(project.root, snapshot),
          sums: leftInSums(sumsOf(project), snapshot),
        }
      : verdict === true && excludes
        ? { dropped: ofGoMods().dropped }
        : {}),
  };
}

/** Quick, for it reads every leaf of a graph: a cached file, which go has bounded, without a look at its size before. */
function requiresIn(root: string, cache: string): RequiresOf {
  return (actual, of, on = ['require']) => {
    const file = goModFileOf(root, cache, actual, of);
    if (file === undefined) return undefined;
    try {
      const text = actual.version === undefined ? readText(file) : readFileSync(file, 'utf8');
      return on.some((word) => text.includes(word)) ? readDependencyGoMod(text) : { require: [] };
    } catch {
      return undefined;
    }
  };
}
