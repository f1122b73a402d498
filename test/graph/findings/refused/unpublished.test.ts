/** Versions that exist nowhere and were never meant to. */
import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../../graph/findings/refused/unpublished.ts';
import { found, main } from '../found.ts';
import { modelOfVerdict, refusal, refuses } from './refused.ts';

it.each([
  ['k8s.io/api@v0.0.0', true],
  ['x@v0.0.0-00010101000000-000000000000', true],
  ['x@v0.0.0-20240102030405-0123456789ab', false],
  ['x@v0.0.1', false],
  ['x', false],
])('%s: %s', (name, is) => {
  expect(isPlaceholder(name)).toBe(is);
});

describe('a member of the workspace at a version that was never published', () => {
  const mains = [main({ path: 'x.org/app', dir: 'app' }), main({ path: 'x.org/lib', dir: 'lib' })];
  const work = { go: '1.22', use: ['app', 'lib'], replace: [] };
  const lines = 'x.org/app x.org/lib@v1.2.3\nx.org/lib x.org/a@v1.0.0';

  it.each(['version-missing', 'module-unreachable'] as const)('%s: go.work may say which folder it is', (code) => {
    const graph = refuses(refusal(code, 'x.org/lib@v1.2.3'));
    expect(found(modelOfVerdict({ graph }, { mains, work }, lines), 'member-unpublished')).toMatchObject([
      {
        severity: 'error',
        subject: 'x.org/lib@v1.2.3',
        evidence: expect.stringMatching(
          /^x\.org\/lib is a member of the workspace, in \.\/lib, but x\.org\/app requires v1\.2\.3/,
        ) as string,
        remedy: expect.stringContaining('[go work edit -replace=x.org/lib@v1.2.3=./lib]') as string,
      },
    ]);
  });

  it('without a workspace it is a version that is missing', () => {
    const graph = refuses(refusal('version-missing', 'x.org/lib@v1.2.3'));
    const model = modelOfVerdict({ graph }, {}, 'm x.org/lib@v1.2.3');
    expect(found(model, 'member-unpublished')).toEqual([]);
    expect(found(model, 'version-missing')).toHaveLength(1);
  });
});

describe('placeholders', () => {
  const lacking = (...names: string[]) => refuses(...names.map((name) => refusal('version-missing', name)));

  it('one finding for all that one module requires so; Kubernetes publishes v0.N for its v1.N', () => {
    const graph = lacking('k8s.io/api@v0.0.0', 'k8s.io/client-go@v0.0.0');
    const lines =
      'm k8s.io/kubernetes@v1.30.2\nk8s.io/kubernetes@v1.30.2 k8s.io/api@v0.0.0\nk8s.io/kubernetes@v1.30.2 k8s.io/client-go@v0.0.0';
    const all = found(modelOfVerdict({ graph }, {}, lines), 'placeholder-version');
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ subject: 'k8s.io/kubernetes@v1.30.2', severity: 'error' });
    expect(all[0]?.remedy).toContain(
      'Add a replace line for each of them to your go.mod, with v0.30.2, which goes with that release.',
    );
    expect(all[0]?.remedy).toContain(
      '[go mod edit -replace=k8s.io/api=k8s.io/api@v0.30.2 -replace=k8s.io/client-go=k8s.io/client-go@v0.30.2 && go mod tidy]',
    );
  });

  it('of another module no version is known', () => {
    const graph = lacking('x.org/staging@v0.0.0');
    const [only] = found(
      modelOfVerdict({ graph }, {}, 'm x.org/big@v1.0.0\nx.org/big@v1.0.0 x.org/staging@v0.0.0'),
      'placeholder-version',
    );
    expect(only?.evidence).toContain('it replaces it in its own go.mod');
    expect(only?.remedy).not.toContain('[');
  });

  it('of one’s own a replace line is gone', () => {
    const graph = lacking('x.org/near@v0.0.0');
    const [only] = found(modelOfVerdict({ graph }, {}, 'm x.org/near@v0.0.0'), 'placeholder-version');
    expect(only?.evidence).toContain('only a replace line can say where the module is');
  });
});
