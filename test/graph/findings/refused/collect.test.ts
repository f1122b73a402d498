/** What go refused, out of the load and out of its verdict: each cause once. */
import { expect, it } from 'vitest';
import { refusedOf } from '../../../../graph/findings/refused/collect.ts';
import { modelOfVerdict, refusal, refuses } from './refused.ts';

const problems = [{ code: 'version-missing', subject: 'a@v1.0.0', text: 'in a go.work of ours', by: ['m'] }];

it('is told once, in the words of the verdict, which read the very files', () => {
  const graph = refuses(refusal('version-missing', 'a@v1.0.0', { by: ['b@v1.0.0'] }));
  expect(refusedOf(modelOfVerdict({ graph }, { problems }))).toEqual([
    { ...refusal('version-missing'), by: ['b@v1.0.0', 'm'], builds: false },
  ]);
});

it('is told of a load alone, as of a recording', () => {
  expect(refusedOf(modelOfVerdict({}, { problems })).map(({ subject }) => subject)).toEqual(['a@v1.0.0']);
});

it('problems of the load that go did not refuse are no refusals', () => {
  expect(refusedOf(modelOfVerdict({}, { problems: [{ code: 'load-error', subject: 'x', text: 'x' }] }))).toEqual([]);
});

it('what go would write is kept, whoever says it', () => {
  const graph = refuses(refusal('updates-needed', 'go.mod', { wants: ['+go 1.22'] }));
  const load = [{ code: 'updates-needed', subject: 'go.mod', text: 'updates to go.mod needed' }];
  expect(refusedOf(modelOfVerdict({ graph }, { problems: load }))[0]?.wants).toEqual(['+go 1.22']);
});

it('builds all the same, where a build from the vendor folder goes through, and nowhere else', () => {
  const graph = refuses(refusal('go-sum-missing'));
  expect(refusedOf(modelOfVerdict({ graph, mode: 'vendor' }))[0]?.builds).toBe(true);
  expect(refusedOf(modelOfVerdict({ graph }))[0]?.builds).toBe(false);
  expect(refusedOf(modelOfVerdict({ graph, build: graph, mode: 'vendor' }))[0]?.builds).toBe(false);
  const build = { state: 'not asked', why: 'module lookup disabled by GOPROXY=off' } as const;
  expect(refusedOf(modelOfVerdict({ graph, build, mode: 'vendor' }))[0]?.builds).toBe(false);
});

it('builds all the same, where only a tool needs what is lacking', () => {
  const gone = refusal('package-missing', 'x.org/cmd');
  const builds = (verdict: Parameters<typeof modelOfVerdict>[0]): boolean[] =>
    refusedOf(modelOfVerdict(verdict)).map((one) => one.builds);
  expect(builds({ tools: refuses(gone) })).toEqual([true]);
  expect(builds({ build: refuses(gone), tools: refuses(gone) })).toEqual([false]);
  expect(builds({ graph: refuses(gone), tools: refuses(gone, refusal('go-sum-missing')) })).toEqual([false, true]);
});

it('the same words of a file and of its package are one refusal; of two packages that are missing they are two', () => {
  const text = 'm.go:5:2: import "x.org/cmd" is a program, not an importable package';
  const build = refuses(refusal('package-error', 'm.go', { text }));
  const load = [
    { code: 'package-error', subject: 'm', text: `${text}\n`, by: ['y'] },
    { code: 'package-error', subject: 'n', text: 'n.go:1:1: expected package' },
  ];
  expect(refusedOf(modelOfVerdict({ build }, { problems: load })).map(({ subject, by }) => [subject, by])).toEqual([
    ['m.go', ['y']],
    ['n', undefined],
  ]);
  const missing = (subject: string) => refusal('package-missing', subject, { text: 'no module provides it' });
  expect(refusedOf(modelOfVerdict({ build: refuses(missing('x'), missing('y')) }))).toHaveLength(2);
});
