/** go and toolchain lines that name a newer go than the one that ran (https://go.dev/doc/toolchain). */
import { goModOf } from '../remedy/places.ts';
import type { Proposal } from '../remedy/proposal.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { refusalsOf } from '../model/verdict.ts';
import { compareGoVersions, goOfToolchain } from '../version/go-version.ts';
import type { Finding } from './types.ts';

interface Line {
  readonly file: string;
  readonly words: string;
  /** Version of go that it asks for. */
  readonly asks: string;
  readonly toolchainIn?: string;
}

/**
 * With a go.work only its lines choose the go that runs (cmd/go/internal/toolchain, modGoToolchain). A go line that is too
 * new for go to load anything is go-too-new, and not told again.
 */
export function findToolchainMismatch({ snapshot, beside }: Model): Finding[] {
  const local = beside.go;
  if (local === undefined) return [];
  // The verdict tells of either line, the load of a go line alone.
  const { verdict } = beside;
  if (verdict !== undefined && refusalsOf(verdict).some(({ code }) => code === 'go-too-new')) return [];
  const told = snapshot.problems.some((problem) => problem.code === 'go-too-new');
  return linesOf(snapshot)
    .filter((line) => compareGoVersions(line.asks, baseOf(local)) > 0)
    .filter((line) => !(told && line.words.startsWith('go ')))
    .map(({ file, words, asks, toolchainIn }) => ({
      code: 'toolchain-mismatch',
      severity: 'warn',
      subject: file,
      evidence: `${file} says \`${words}\`; go ${local} ran. With GOTOOLCHAIN=auto, its default, go looks for ${asks} and runs that instead.`,
      remedy: inWords(newer(asks)),
      ...(toolchainIn === undefined
        ? {}
        : {
            proposals: [
              {
                words: `${newer(asks)} Where go ${local} will do, the line can go.`,
                steps: [{ do: 'edit', edits: [{ kind: 'drop-toolchain', file: toolchainIn }] }],
                says: 'toolchain',
              } satisfies Proposal,
            ],
          }),
      nodes: [],
    }));
}

function newer(version: string): string {
  return `To see what go ${version} makes of it, install that, or use --toolchain auto, with which go looks for it.`;
}

function linesOf({ work, mains }: Model['snapshot']): Line[] {
  const files =
    work === undefined ? mains.map((main) => ({ ...main, verb: 'mod' })) : [{ ...work, verb: 'work', dir: undefined }];
  return files.flatMap(({ go, toolchain, verb, dir }): Line[] => {
    const file = `go.${verb}`;
    const toolchainIn = dir === undefined ? file : goModOf({ dir });
    const asked = toolchain === undefined ? '' : goOfToolchain(toolchain);
    // The toolchain line counts where it is above the go line.
    if (toolchain !== undefined && (go === undefined || compareGoVersions(asked, go) > 0)) {
      return [{ file, words: `toolchain ${toolchain}`, asks: asked, toolchainIn }];
    }
    return go === undefined ? [] : [{ file, words: `go ${go}`, asks: go }];
  });
}

/** `1.26.8-custom X:aliastypeparams` as 1.26.8 (internal/gover, of a GOVERSION). */
function baseOf(version: string): string {
  return version.split(/[- \t]/)[0] ?? '';
}
