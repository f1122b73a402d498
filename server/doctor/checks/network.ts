/** Whether the module proxy answers: one short question through go, into a module cache of its own that is gone after it. */
import { onMachine } from '../../../graph/remedy/words.ts';
import path from 'node:path';
import { Fault, toFault } from '../../../graph/fault.ts';
import { joinName } from '../../../graph/model/name.ts';
import { moduleQuery, type ModuleQuery } from '../../../graph/module/names.ts';
import { goCommands } from '../../process/go-commands.ts';
import { Go } from '../../process/go.ts';
import { newFolder, type OwnFolder } from '../../project/own-folder.ts';
import { isIn } from '../../project/settings.ts';
import type { Ground } from '../ground.ts';
import { NotRun } from '../not-run.ts';
import type { Check } from '../types.ts';
import type { UserEnv } from '../user-env.ts';

/** Milliseconds that the proxy has to answer. */
const patience = 5000;

export const network: Check = {
  codes: ['no-network'],
  run: async (ground) => {
    if (ground.options.offline) throw new NotRun('--offline');
    const env = await ground.settings();
    const proxy = env.GOPROXY.split(/[,|]/)
      .map((entry) => entry.trim())
      .find((entry) => /^(?:https?|file):|^(?:off|direct)$/.test(entry));
    if (proxy === undefined || !proxy.startsWith('http'))
      throw new NotRun('GOPROXY begins with no proxy in the network');
    const asked = await someModule(ground, env);
    const words = await refusal(ground, asked, proxy);
    if (words === undefined) return [];
    return [
      {
        code: 'no-network',
        severity: 'warn',
        what: /\b40[17] /.test(words)
          ? `The module proxy wants a sign-in: ${words}`
          : `The module proxy does not answer: ${words}`,
        why: 'What is not in the module cache cannot be loaded, and updates and retractions stay unknown.',
        remedy: onMachine('Without a network, modscope shows what the cache has.', 'modscope --offline'),
      },
    ];
  },
};

/** A module that go.mod requires and that go would ask the proxy for. */
async function someModule(ground: Ground, env: UserEnv): Promise<ModuleQuery> {
  const { declared } = await ground.declared();
  const replaced = new Set(declared.mains.flatMap((main) => main.replace.map(({ old }) => old.path)));
  const required = declared.mains
    .flatMap((main) => main.require)
    .filter(({ path: module }) => !replaced.has(module) && !isIn(env.GONOPROXY, module));
  for (const { path: module, version } of required) {
    const asked = moduleQuery(module, version);
    if (asked !== undefined) return asked;
  }
  const [odd] = required;
  throw new NotRun(
    odd === undefined
      ? 'go.mod requires nothing from the proxy'
      : `go.mod requires nothing that go can look up: ${joinName(odd.path, odd.version)} is no version of a module`,
  );
}

function own(): OwnFolder {
  try {
    return newFolder('');
  } catch (error) {
    throw new NotRun(toFault(error).message.replace(/\.$/, ''));
  }
}

/** Go's words where the proxy cannot be asked; undefined where it answers, even that it does not know the module. */
async function refusal(ground: Ground, asked: ModuleQuery, proxy: string): Promise<string | undefined> {
  const { folder, remove } = own();
  const env = {
    GOPROXY: proxy,
    // What comes is thrown away unread.
    GOSUMDB: 'off',
    GOMODCACHE: path.join(folder, 'cache'),
    GOFLAGS: '-mod=mod -modcacherw',
    GOWORK: 'off',
    GOVCS: '*:off',
  };
  const timeout = Math.min(patience, ground.options.timeout);
  const go = new Go({ ...ground.options, timeout }, ground.signal);
  try {
    await go.text(folder, goCommands.listQuery(asked), env);
    return undefined;
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'cancelled') throw fault;
    if (fault.code === 'go-timeout') return `not within ${String(timeout / 1000)} seconds.`;
    return wordsOf(fault);
  } finally {
    remove();
  }
}

/** Statuses 4xx are answers about the module, but for those that ask for a sign-in; passwords in an address are left out. */
function wordsOf({ message, detail = message }: Fault): string | undefined {
  if (/: 4(?!0[17])\d\d |not found/i.test(detail)) return undefined;
  return detail
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\/\/[^/@\s]*@/g, '//')
    .slice(0, 400);
}
