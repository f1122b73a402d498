/** A vendor folder that does not fit go.mod: go itself says so. */
import { inWords } from '../../../graph/remedy/words.ts';
import { Fault } from '../../../graph/fault.ts';
import { goCommands } from '../../process/go-commands.ts';
import { ownFlags } from '../../process/go-flags.ts';
import { isVendored } from '../../project/vendored.ts';
import type { Proposal } from '../../../graph/remedy/proposal.ts';
import type { Check } from '../types.ts';

/** cmd/go/internal/modload/vendor.go, checkVendorConsistency. */
const notInStep = 'inconsistent vendoring';

export const vendor: Check = {
  codes: ['vendor-out-of-step'],
  run: async (ground) => {
    const { project } = await ground.declared();
    const { root, work, gowork } = project;
    if (!isVendored(root)) return [];
    const { GOFLAGS } = await ground.settings();
    const env = { GOFLAGS: ownFlags(GOFLAGS, 'vendor'), GOWORK: gowork, GOPROXY: 'off', GOSUMDB: 'off' };
    const words = await ground.go.text(root, goCommands.listMains({}), env).then(
      () => '',
      (error: unknown) => (error instanceof Fault && error.code !== 'cancelled' ? (error.detail ?? '') : ''),
    );
    if (!words.includes(notInStep)) return [];
    // GOFLAGS may say that go is not to build from it.
    const verdict = await ground.verdict();
    const unused =
      /(?:^|\s)-mod=(?:mod|readonly)\b/.test(GOFLAGS) &&
      verdict?.mode === 'readonly' &&
      verdict.build.state === 'accepted';
    const differences = words
      .split('\n')
      .filter((line) => /^\s+\S+(?:@\S*)?: is /.test(line))
      .map((line) => line.trim());
    const [first = notInStep, ...more] = differences;
    return [
      {
        code: 'vendor-out-of-step',
        severity: unused ? 'warn' : 'error',
        what: `The vendor folder does not fit ${work === undefined ? 'go.mod' : 'go.work'}: ${first}${more.length === 0 ? '' : ` (and ${String(more.length)} more)`}.`,
        why: unused
          ? 'With the GOFLAGS set here go does not use it, and builds; without them, go refuses a vendor folder that is out of step.'
          : 'go builds from the vendor folder where there is one, and refuses one that is out of step.',
        remedy: inWords('Rebuild the vendor folder.'),
        proposals: [
          {
            words: 'This rebuilds the vendor folder.',
            steps: [{ do: 'vendor', of: work === undefined ? 'mod' : 'work' }],
          },
          // Where go.sum lacks entries as well, go lays none before it is whole.
          ...(work === undefined
            ? [
                {
                  words: 'This updates go.mod and go.sum, and rebuilds the vendor folder.',
                  steps: [
                    { do: 'tidy', dir: '.' },
                    { do: 'vendor', of: 'mod' },
                  ] satisfies Proposal['steps'],
                },
              ]
            : []),
        ],
      },
    ];
  },
};
