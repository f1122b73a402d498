/** Paths that differ in letter case alone. */
import { expect, it } from 'vitest';
import { found } from '../found.ts';
import { modelOfVerdict, refusal, refuses } from './refused.ts';

const lines = 'm x.org/log@v1.0.0\nm x.org/old@v1.0.0\nx.org/old@v1.0.0 x.org/Log@v1.0.0';
const collision = (subject: string) => refuses(refusal('case-collision', subject));

it('a warning where the graph has both, with who requires each', () => {
  expect(found(modelOfVerdict({}, {}, lines), 'case-collision')).toMatchObject([
    {
      severity: 'warn',
      subject: 'x.org/Log',
      evidence: expect.stringContaining(
        'x.org/Log is required by x.org/old@v1.0.0; x.org/log is required by m',
      ) as string,
    },
  ]);
});

it.each(['x.org/Log', 'x.org/log', 'x.org/log/sub'])(
  'an error where go refused a build for %s, and one finding',
  (name) => {
    const all = found(modelOfVerdict({ build: collision(name) }, {}, lines), 'case-collision');
    expect(all.map(({ severity }) => severity)).toEqual(['error']);
  },
);

it('packages of one module that differ in case are told in go’s words', () => {
  const [only, ...more] = found(
    modelOfVerdict({ build: collision('x.org/log/Sub') }, {}, 'm x.org/log@v1.0.0'),
    'case-collision',
  );
  expect([only?.severity, only?.subject, more.length]).toEqual(['error', 'x.org/log/Sub', 0]);
});

it('superseded spellings, and paths that differ otherwise, are none', () => {
  expect(found(modelOfVerdict({}, {}, 'm x.org/log@v1.0.0\nm x.org/logs@v1.0.0'), 'case-collision')).toEqual([]);
});
