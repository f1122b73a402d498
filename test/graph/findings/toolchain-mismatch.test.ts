/** What is said of lines that ask for a newer go than the one that ran. */
import { expect, it } from 'vitest';
import type { MainModule, Workspace } from '../../../graph/snapshot/types.ts';
import { found, main, modelWith, type Told } from './found.ts';

interface Given {
  readonly go?: string;
  readonly of?: Partial<MainModule>;
  readonly work?: Partial<Workspace>;
  readonly tooNew?: true;
}

function told({ go = '1.22.3', of = {}, work, tooNew }: Given): Told[] {
  const problems = tooNew === true ? [{ code: 'go-too-new', subject: 'go.mod', text: 'it is too new' }] : [];
  const records = {
    mains: [main(of)],
    problems,
    ...(work === undefined ? {} : { work: { use: ['.'], replace: [], ...work } }),
  };
  return found(modelWith('m a@v1.0.0', { records, beside: { go, settings: [] } }), 'toolchain-mismatch');
}

it('a go line: what it says, what ran, and what go does of itself', () => {
  expect(told({ of: { go: '1.23' } })).toEqual([
    {
      code: 'toolchain-mismatch',
      severity: 'warn',
      subject: 'go.mod',
      evidence:
        'go.mod says `go 1.23`; go 1.22.3 ran. With GOTOOLCHAIN=auto, its default, go looks for 1.23 and runs that instead.',
      remedy: 'To see what go 1.23 makes of it, install that, or use --toolchain auto, with which go looks for it.',
      nodes: [],
    },
  ]);
});

it('a toolchain line can be dropped', () => {
  const [finding] = told({ of: { go: '1.21', toolchain: 'go1.23.1' } });
  expect(finding?.evidence).toBe(
    'go.mod says `toolchain go1.23.1`; go 1.22.3 ran. With GOTOOLCHAIN=auto, its default, go looks for 1.23.1 and runs that instead.',
  );
  expect(finding?.remedy).toBe(
    'To see what go 1.23.1 makes of it, install that, or use --toolchain auto, with which go looks for it. [go mod edit -toolchain=none]',
  );
});

it('a toolchain line without a go line counts', () => {
  expect(told({ of: { toolchain: 'go1.23.1' } })[0]?.evidence).toContain('`toolchain go1.23.1`');
});

it('equal lines are the go line: it would stay', () => {
  expect(told({ of: { go: '1.23.1', toolchain: 'go1.23.1' } })[0]?.evidence).toContain('`go 1.23.1`');
});

it('in a workspace the lines are those of go.work, and so are the commands', () => {
  expect(told({ of: { go: '1.30' }, work: { go: '1.23' } })).toMatchObject([
    {
      subject: 'go.work',
      evidence:
        'go.work says `go 1.23`; go 1.22.3 ran. With GOTOOLCHAIN=auto, its default, go looks for 1.23 and runs that instead.',
      remedy: 'To see what go 1.23 makes of it, install that, or use --toolchain auto, with which go looks for it.',
    },
  ]);
  expect(told({ work: { toolchain: 'go1.23.0' } })[0]?.remedy).toContain('[go work edit -toolchain=none]');
});

it('a go line that go refused is not told again, a toolchain line is', () => {
  expect(told({ of: { go: '1.30' }, tooNew: true })).toEqual([]);
  expect(told({ of: { go: '1.21', toolchain: 'go1.23.1' }, tooNew: true })).toHaveLength(1);
});

it.each(['1.23.0-custom', '1.23.0 X:aliastypeparams', '1.23.0\tX:nocoverageredesign', '1.23.0'])(
  'a go that calls itself %s is go 1.23.0',
  (go) => {
    expect(told({ go, of: { go: '1.23.0' } })).toEqual([]);
    expect(told({ go, of: { go: '1.23.1' } })).toHaveLength(1);
  },
);
