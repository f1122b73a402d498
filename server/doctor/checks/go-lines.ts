/** go and toolchain lines against the go that runs, and of members against go.work (https://go.dev/doc/toolchain). */
import type { Remedy } from '../../../graph/remedy/types.ts';
import { inWords } from '../../../graph/remedy/words.ts';
import path from 'node:path';
import type { MainModule } from '../../../graph/snapshot/types.ts';
import { compareGoVersions, goOfToolchain } from '../../../graph/version/go-version.ts';
import type { Ground } from '../ground.ts';
import type { Check, Told } from '../types.ts';
import { userToolchain } from '../user-env.ts';

/** The line that a file without one stands for in a workspace (cmd/go/internal/gover, DefaultGoWorkVersion). */
const defaultOfWork = '1.18';

export const goLines: Check = {
  codes: ['go-too-new', 'toolchain-mismatch', 'workspace-go-line'],
  run: async (ground) => {
    const { project, declared } = await ground.declared();
    const { GOVERSION } = await ground.settings();
    const local = GOVERSION.replace(/^go/, '').split(/[- \t]/)[0] ?? '';
    const { work, mains } = declared;
    const [main] = mains;
    const [file, lines] = work === undefined ? ['go.mod', main] : [path.basename(project.gowork), work];
    return [
      ...(lines === undefined ? [] : await tooNew(ground, file, lines, local)),
      ...(work === undefined ? [] : behind(work.go, mains)),
    ];
  },
};

/** With a go.work its lines alone choose the go (cmd/go/internal/toolchain, modGoToolchain). */
async function tooNew(
  ground: Ground,
  file: string,
  { go, toolchain }: Pick<MainModule, 'go' | 'toolchain'>,
  local: string,
): Promise<Told[]> {
  const asked = toolchain === undefined ? '' : goOfToolchain(toolchain);
  if (go !== undefined && compareGoVersions(go, local) > 0) {
    const own = await userToolchain(ground.go, ground.start).catch(() => '');
    const alone =
      own === 'local'
        ? 'go here has GOTOOLCHAIN=local, and refuses to load anything.'
        : 'modscope keeps go from fetching another go unless --toolchain auto is given, so go refuses to load anything.';
    return [
      {
        code: 'go-too-new',
        severity: 'error',
        what: `${file} says \`go ${go}\`; this go is ${local}.`,
        why: alone,
        remedy: newer(go),
      },
    ];
  }
  if (toolchain === undefined || compareGoVersions(asked, local) <= 0) return [];
  return [
    {
      code: 'toolchain-mismatch',
      severity: 'warn',
      what: `${file} says \`toolchain ${toolchain}\`; this go is ${local}.`,
      why: `Where GOTOOLCHAIN is not local, go looks for ${asked} and runs that: what modscope shows comes from ${local}.`,
      remedy: newer(asked),
    },
  ];
}

function newer(version: string): Remedy {
  return inWords(
    `If there is a go ${version}, install it (https://go.dev/dl/), or use --toolchain auto, with which go looks for it. If there is none, mend the line.`,
  );
}

/** Go refuses a member whose go line is above that of go.work (modload, loadModFile). */
function behind(go: string | undefined, mains: readonly MainModule[]): Told[] {
  const own = go ?? defaultOfWork;
  const above = mains.filter((main) => compareGoVersions(main.go ?? '', own) > 0);
  const [first] = above;
  if (first === undefined) return [];
  const names = above.map(({ dir, go: line }) => `${dir} (go ${line ?? ''})`).join(', ');
  return [
    {
      code: 'workspace-go-line',
      severity: 'error',
      what: `go.work ${go === undefined ? 'has no go line, which stands for' : 'says'} \`go ${own}\`, and uses modules that require more: ${names}.`,
      why: 'go refuses a workspace whose go line is below that of a member.',
      remedy: inWords('Raise the go line of go.work.'),
      proposals: [{ words: 'This raises the go line of go.work.', steps: [{ do: 'use', folders: [] }], says: 'go' }],
    },
  ];
}
