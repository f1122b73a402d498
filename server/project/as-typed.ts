/**
 * What go says under settings that the go of modscope runs without: GO111MODULE, GOTOOLCHAIN, and flags in GOFLAGS. Each go
 * command that a user types obeys them, so that none is called fine that ends for one of them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer, RefusalCode } from '../../graph/model/verdict.ts';
import { understood } from '../../parsers/go-refusal/refusals.ts';
import { packagesBelow } from '../process/arguments.ts';
import { noNetwork, settingOf, wordsOf, type OwnSetting } from './go-setting.ts';
import { noRoom } from './no-room.ts';
import { isThere, type Trying } from './switched-toolchain.ts';
import { goCommands, type GoCommand, type GoSettings } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import { flagsAsTyped, passesOver, unusualFlags } from '../process/go-flags.ts';
import type { Go } from '../process/go.ts';

/** Values with which go goes on as modscope runs it (cmd/go/internal/modload/init.go; toolchain/select.go). */
const usual = {
  GO111MODULE: /^(?:on|auto)?$/,
  GOTOOLCHAIN: /^(?:local|auto|path)?$/,
} as const satisfies Readonly<Record<OwnSetting, RegExp>>;

/** An answer that settings alone give, whatever the module; absent where the module has to be asked about. */
export interface BySettings {
  readonly graph?: Answer;
  readonly build?: Answer;
}

/**
 * The settings tried on a module of our own in `scratch`, one package of no imports: of a go.mod or a source of a stranger's
 * nothing is read. No toolchain is fetched. Throws a Fault 'cancelled', and 'write-failed' where there is no room for it.
 */
export async function refusedBySettings(
  go: Go,
  scratch: string,
  env: GoEnv,
  { start, offline }: { readonly start: string; readonly offline: boolean },
): Promise<BySettings> {
  const folder = path.join(scratch, 'settings');
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'go.mod'), 'module example.com/settings\n');
    writeFileSync(path.join(folder, 'settings.go'), 'package settings\n');
  } catch (cause) {
    throw noRoom('modscope tries go settings there.', cause);
  }
  const under = (command: GoCommand, settings: GoSettings): Promise<string | undefined> =>
    wordsOf(go.text(folder, command, { GOWORK: 'off', GOFLAGS: '-mod=readonly', ...noNetwork, ...settings }));
  const modules = await userSetting(go, folder, 'GO111MODULE');
  if (modules !== undefined) {
    const words = await under(goCommands.listMains({}), { GO111MODULE: modules });
    if (words !== undefined) return both(refused('modules-off', 'GO111MODULE', words));
  }
  const toolchain = await userSetting(go, folder, 'GOTOOLCHAIN');
  if (toolchain !== undefined) {
    const words = await under(goCommands.listMains({}), { GOTOOLCHAIN: toolchain });
    const trying = { go, scratch: folder, env, offline };
    const answer = words === undefined ? undefined : await aboutToolchain(trying, toolchain, words);
    if (answer !== undefined) return both(answer);
  }
  if (unusualFlags(env.GOFLAGS).length === 0) return {};
  const GOFLAGS = flagsAsTyped(env.GOFLAGS, 'every', 'readonly', start);
  const [graph, build] = await Promise.all([
    under(goCommands.listMains({}), { GOFLAGS }),
    under(goCommands.listPackages({}, [packagesBelow('.')]), { GOFLAGS }),
  ]);
  return { ...answerIn('graph', graph), ...answerIn('build', build) };
}

/** One question in two ways: with GOFLAGS as modscope has it, and as far as the user's own is harmless. */
export interface TwoWays {
  readonly ours: () => Promise<Answer>;
  readonly typed: () => Promise<Answer>;
}

/**
 * The answer under the user's GOFLAGS. Where only the flags are the cause, that is said. With -e `go list` goes through where
 * a build does not: then there is neither a fault nor an all-clear.
 */
export async function askedWithFlags(GOFLAGS: string, { ours, typed }: TwoWays): Promise<Answer> {
  if (unusualFlags(GOFLAGS).length === 0) return ours();
  const answer = await typed();
  if (answer.state === 'accepted' && passesOver(GOFLAGS)) {
    const strict = await ours();
    if (strict.state !== 'refused') return strict;
    const [first] = strict.refusals;
    return {
      state: 'not asked',
      why: `GOFLAGS has -e, with which go list passes over what a build refuses (${first?.text.split('\n')[0] ?? ''})`,
    };
  }
  if (answer.state !== 'refused') return answer;
  const [odd] = answer.refusals.filter(({ code }) => code === 'go-refuses' || code === 'goflags-unreadable');
  if (odd === undefined) return answer;
  const plain = await ours();
  return plain.state === 'refused' ? plain : refused('goflags-unreadable', 'GOFLAGS', odd.text);
}

function both(answer: Answer): BySettings {
  return { graph: answer, build: answer };
}

function refused(code: RefusalCode, subject: string, words: string): Answer {
  return { state: 'refused', refusals: [{ code, subject, text: words.replace(/^go: /, '') }] };
}

/** That the network is off, or the disk full, is none of the settings'. */
function answerIn(question: keyof BySettings, words: string | undefined): BySettings {
  if (words === undefined || understood(words).refusals.length === 0) return {};
  return { [question]: refused('goflags-unreadable', 'GOFLAGS', words) };
}

/** A setting of the user's that is not among the usual ones: of the environment, or what `go env -w` wrote. */
async function userSetting(go: Go, folder: string, name: OwnSetting): Promise<string | undefined> {
  const value = await settingOf(go, folder, name);
  return usual[name].test(value) ? undefined : value;
}

/** undefined where go goes on with it. */
async function aboutToolchain(trying: Trying, name: string, words: string): Promise<Answer | undefined> {
  const there = await isThere(trying, name, words);
  if (there === true) return undefined;
  return there === false
    ? refused('toolchain-refused', 'GOTOOLCHAIN', words)
    : { state: 'not asked', why: `GOTOOLCHAIN is ${name}, which is not on this machine` };
}
