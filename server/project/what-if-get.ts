/** `go get` among the edits of what-if: run by go, held against what go.mod files come to, and told. */
import { Fault } from '../../graph/fault.ts';
import type { MainModule, Requirement } from '../../graph/snapshot/types.ts';
import { typedFrom } from '../../graph/remedy/typed.ts';
import type { Got } from '../../graph/what-if/gets.ts';
import { getCommand, proveGet, type Proof } from './get-proof.ts';
import type { Loading } from './what-if-fetch.ts';
import { goModText } from './what-if-go-mod.ts';
import type { Texts } from './what-if-texts.ts';

/** One go get of the answer: what it was, what go said, and the go.mod that comes of it. */
export interface GetAnswer {
  /** As it is typed in the root of the project. */
  readonly command: string;
  /** The main module whose go.mod it edits. */
  readonly main: string;
  /** go was run on a copy, and the go.mod that is told is its own. */
  readonly proven: boolean;
  /** Who says what go.mod is then: go itself, or the loader by go.mod files and lists of versions. */
  readonly by: 'go' | 'load';
  /** Why it is not proven: go's words. */
  readonly why?: string;
  /** Whether the loader comes to the same go.mod by itself; `none`: what it needs is not at hand. */
  readonly reckoned: 'same' | 'differs' | 'none';
  /** Lines in which go's go.mod differs from the reckoned one: go looks for packages as well. As go.mod has them; absent on the side without one. */
  readonly differs?: readonly { readonly path: string; readonly go?: string; readonly reckoned?: string }[];
  /** What go warns of: retracted and deprecated versions. */
  readonly said?: readonly string[];
  /** What go.mod declares then. */
  readonly goMod: Pick<MainModule, 'go' | 'toolchain' | 'require'>;
}

export interface Proven {
  readonly got: Got;
  readonly proof: Proof;
}

/**
 * Runs each go get on a copy, one after the other. `texts`: what other edits made of go.mod files; undefined where that is known as
 * declarations alone. Throws a Fault 'not-found' with go's words where go refuses it, or where the
 * loader does and go cannot tell; 'go-failed' where neither can.
 */
export async function proveGets(by: Loading, gets: readonly Got[], texts: Texts | undefined): Promise<Proven[]> {
  const proven: Proven[] = [];
  for (const got of gets) {
    const proof = await proveGet(by, got, texts === undefined ? goModText(got.before) : texts.get(got.target)?.after);
    const { result } = got;
    if (proof.state === 'refused') throw refused(got, proof.words);
    if (proof.state === 'untold' && result.state === 'refused')
      throw refused(got, result.words.map((line) => `go: ${line}`).join('\n'));
    if (proof.state === 'untold' && result.state === 'lacking') {
      throw new Fault('go-failed', `${getCommand(got)}: what it needs is not at hand, and go cannot fetch it.`, {
        hint: 'It needs the versions of the module, and go.mod files, from the network or the module cache.',
        detail: proof.words,
      });
    }
    proven.push({ got, proof });
  }
  return proven;
}

function refused(got: Got, words: string): Fault {
  return new Fault('not-found', `${getCommand(got)}: go refuses it, and go.mod stays as it is.`, {
    ...(/requires go >= /.test(words)
      ? { hint: 'With --toolchain auto go fetches the toolchain that it needs, as it does when you type it.' }
      : {}),
    detail: words,
  });
}

/** What go made of each go.mod: its place → what it declares. */
export function madeByGo(proven: readonly Proven[]): Map<number, MainModule> {
  return new Map(
    proven.flatMap(({ got, proof }) => (proof.state === 'ran' ? [[got.target, proof.main] as const] : [])),
  );
}

/** Of each go get what is told. */
export function getAnswers(proven: readonly Proven[]): GetAnswer[] {
  return proven.map(({ got, proof }): GetAnswer => {
    const own = got.result.state === 'done' ? got.result.main : undefined;
    const ran = proof.state === 'ran' ? proof : undefined;
    const { go, toolchain, require } = ran?.main ?? own ?? got.before;
    const differs = ran === undefined || own === undefined ? [] : differencesOf(ran.main, own);
    const { dir, path } = got.before;
    return {
      command: dir === '.' ? getCommand(got) : typedFrom(dir, getCommand(got)),
      main: path,
      proven: ran !== undefined,
      by: ran === undefined ? 'load' : 'go',
      ...(proof.state === 'ran' ? {} : { why: proof.words }),
      reckoned: own === undefined ? 'none' : differs.length === 0 ? 'same' : 'differs',
      ...(differs.length === 0 ? {} : { differs }),
      ...(ran === undefined || ran.said.length === 0 ? {} : { said: ran.said }),
      goMod: {
        ...(go === undefined ? {} : { go }),
        ...(toolchain === undefined ? {} : { toolchain }),
        require,
      },
    };
  });
}

/** Lines that are not the same, by path; the go and toolchain lines first. */
function differencesOf(ran: MainModule, own: MainModule): NonNullable<GetAnswer['differs']> {
  const [a, b] = [linesOf(ran), linesOf(own)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((path) => {
    const [go, reckoned] = [a.get(path), b.get(path)];
    if (go === reckoned) return [];
    return [{ path, ...(go === undefined ? {} : { go }), ...(reckoned === undefined ? {} : { reckoned }) }];
  });
}

function linesOf({ go, toolchain, require }: MainModule): Map<string, string> {
  const text = ({ version, indirect }: Requirement): string => (indirect === true ? `${version} // indirect` : version);
  return new Map([
    ...(go === undefined ? [] : [['go', go] as const]),
    ...(toolchain === undefined ? [] : [['toolchain', toolchain] as const]),
    ...require.map((one) => [one.path, text(one)] as const),
  ]);
}
