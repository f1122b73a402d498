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
