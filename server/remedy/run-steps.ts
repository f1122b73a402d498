/** Runs the commands of a remedy in a mirror, as their user would type them in the folder of go.mod or go.work. */
import path from 'node:path';
import { Fault, toFault } from '../../graph/fault.ts';
import { moduleQuery } from '../../graph/module/names.ts';
import type { Step } from '../../graph/remedy/steps.ts';
import { readListed } from './listed-version.ts';
import type { GoEnv } from '../process/go-env.ts';
import { ownFlags } from '../process/go-flags.ts';
import type { Go } from '../process/go.ts';
import { goCommands } from '../process/go-commands.ts';
import { stepCommand } from './step-command.ts';
import type { Mirror } from './mirror.ts';
import { needsNetwork } from '../process/go-words.ts';

/** How a command fared: `untold` where the network, or more time, might have made it another. */
export type Ran =
  | { readonly state: 'done'; readonly steps: readonly Step[] }
  | { readonly state: 'failed' | 'untold'; readonly words: string };

const noneLeft = 'no version is left that is neither retracted nor excluded';

/**
 * Runs them one after the other; `latest` is asked for first, and what comes of it is what runs. Throws a Fault
 * 'cancelled' or 'defect' only.
 */
export async function runSteps(steps: readonly Step[], go: Go, env: GoEnv, mirror: Mirror): Promise<Ran> {
  const done: Step[] = [];
  for (const step of steps) {
    try {
      const exact = step.do === 'get' && step.version === 'latest' ? await resolved(step, go, env, mirror) : step;
      if (typeof exact === 'string') return { state: 'failed', words: exact };
      const made = stepCommand(exact, mirror.root);
      if (made === undefined) return { state: 'untold', words: 'go cannot be given a name in it' };
      await go.text(path.join(mirror.root, made.dir), made.command, environment(env, mirror));
      done.push(exact);
    } catch (error) {
      const fault = toFault(error);
      if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
      const words = fault.detail ?? fault.message;
      const untold = fault.code === 'go-timeout' || needsNetwork(words);
      return { state: untold ? 'untold' : 'failed', words };
    }
  }
  return { state: 'done', steps: done };
}

/** No -mod of ours: each command has its own. Never empty, for go would read its configuration then. */
function environment({ GOFLAGS }: GoEnv, { gowork }: Mirror): Record<string, string> {
  return { GOWORK: gowork, GOFLAGS: ownFlags(GOFLAGS, 'unsaid') };
}

/**
 * The version that `latest` means, which go looks for among those that are not retracted, and where there is none among
 * all: then it is none, and the reason is given.
 */
async function resolved(
  step: Step & { readonly do: 'get' },
  go: Go,
  env: GoEnv,
  mirror: Mirror,
): Promise<Step | string> {
  const ask = async (query: string, retracted: boolean): Promise<{ version: string; isRetracted: boolean }> => {
    const module = moduleQuery(step.path, query);
    if (module === undefined) throw new Fault('bad-input', 'go cannot be given that name.');
    return readListed(
      await go.text(mirror.root, goCommands.listQuery(module, { json: true, retracted }), environment(env, mirror)),
    );
  };
  let version: string;
  try {
    ({ version } = await ask('latest', false));
  } catch (error) {
    const fault = toFault(error);
    // modload/query.go, where every version is excluded or retracted.
    if (/no matching versions for query "latest"/.test(fault.detail ?? '')) return noneLeft;
    throw fault;
  }
  const { isRetracted } = await ask(version, true);
  return isRetracted ? noneLeft : { ...step, version };
}
