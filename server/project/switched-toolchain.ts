/** The go that the user's own go goes on to for the go and toolchain lines, and whether there is one (https://go.dev/doc/toolchain). */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { moduleQuery } from '../../graph/module/names.ts';
import type { Answer } from '../../graph/model/verdict.ts';
import { compareGoVersions, goOfToolchain } from '../../graph/version/go-version.ts';
import { understood } from '../../parsers/go-refusal/refusals.ts';
import { goCommands } from '../process/go-commands.ts';
import type { GoEnv } from '../process/go-env.ts';
import type { Go } from '../process/go.ts';
import { noNetwork, settingOf, wordsOf } from './go-setting.ts';
import { noRoom } from './no-room.ts';

/** Of the go.work in force, else of go.mod. */
interface Lines {
  readonly go?: string;
  readonly toolchain?: string;
}

/** What is tried with. */
export interface Trying {
  readonly go: Go;
  /** A scratch folder. */
  readonly scratch: string;
  readonly env: GoEnv;
  /** The network may not be asked whether there is such a toolchain. */
  readonly offline: boolean;
}

/**
 * The toolchain that these lines lead to where it is another than `local`, a version of go: `go1.99.7`. A go line that names
 * a language version leads to its first release (cmd/go/internal/toolchain, Select).
 */
export function toolchainOf({ go, toolchain = '' }: Lines, local: string): string | undefined {
  const suggested = goOfToolchain(toolchain);
  const isHigher = suggested !== '' && compareGoVersions(suggested, local) > 0;
  if (go === undefined || compareGoVersions(go, isHigher ? suggested : local) <= 0)
    return isHigher ? toolchain : undefined;
  return `go${go}${/^\d+\.\d+$/.test(go) ? '.0' : ''}`;
}

/** `1.26.8` of `go1.26.8-custom X:aliastypeparams` (internal/gover). */
export function versionOf({ GOVERSION }: Pick<GoEnv, 'GOVERSION'>): string {
  return GOVERSION.replace(/^go/, '').split(/[- \t]/)[0] ?? '';
}

/**
 * How go refuses every command that is typed where these lines stand, for want of that toolchain; `not asked` where only the
 * network knows. undefined where go goes on: with GOTOOLCHAIN=local, with a toolchain that is here or that a proxy has. The
 * lines are tried in a module of our own, and none is fetched. Throws a Fault 'cancelled', and 'write-failed' without room.
 */
export async function refusedByLines(
  trying: Trying,
  lines: Lines,
  subject: 'go.mod' | 'go.work',
): Promise<Answer | undefined> {
  const { go, env, scratch } = trying;
  const name = toolchainOf(lines, versionOf(env));
  if (name === undefined) return undefined;
  const folder = path.join(scratch, 'lines');
  try {
    mkdirSync(folder, { recursive: true });
    const text = [
      'module example.com/lines',
      ...(lines.go === undefined ? [] : [`go ${lines.go}`]),
      ...(lines.toolchain === undefined ? [] : [`toolchain ${lines.toolchain}`]),
    ];
    writeFileSync(path.join(folder, 'go.mod'), `${text.join('\n')}\n`);
  } catch (cause) {
    throw noRoom('modscope tries the go and toolchain lines there.', cause);
  }
  const GOTOOLCHAIN = await settingOf(go, folder, 'GOTOOLCHAIN');
  // It is the go that modscope runs, too: what it says of the go line is asked anyhow.
  if (GOTOOLCHAIN === 'local') return undefined;
  const settings = { GOWORK: 'off', GOFLAGS: '-mod=readonly', ...noNetwork, GOTOOLCHAIN };
  const words = await wordsOf(go.text(folder, goCommands.listMains({}), settings));
  if (words === undefined) return undefined;
  const there = await isThere(trying, name, words);
  if (there === true) return undefined;
  return there === false
    ? { state: 'refused', refusals: understood(words).refusals.map((one) => ({ ...one, subject })) }
    : { state: 'not asked', why: `${subject} names ${name}, which is not on this machine` };
}

/**
 * Whether go could fetch the toolchain `name`, for the lack of which it said `words` without a network. false where it said
 * something else, or asks no proxy; undefined where nobody knows.
 */
export async function isThere(
  { go, scratch, env, offline }: Trying,
  name: string,
  words: string,
): Promise<boolean | undefined> {
  // Without a network go says the same of any that is not here (modfetch/proxy.go, errProxyOff).
  if (!/toolchain not available/.test(words)) return understood(words).refusals.length > 0 ? false : undefined;
  if (env.GOPROXY === 'off') return false;
  const [version = ''] = name.split('+');
  const query = moduleQuery('golang.org/toolchain', `v0.0.1-${version}.${env.GOOS}-${env.GOARCH}`);
  if (offline || query === undefined) return undefined;
  const said = await wordsOf(go.text(scratch, goCommands.listQuery(query), { GOWORK: 'off', GOFLAGS: '-mod=mod' }));
  if (said === undefined) return true;
  return understood(said).refusals.some(({ code }) => code === 'version-missing') ? false : undefined;
}
