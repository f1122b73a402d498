/** One cause, one finding: what go would write otherwise is told with the line that it would write so. */
import { describe, expect, it } from 'vitest';
import { found, main } from '../found.ts';
import { modelOfVerdict, refusal, refuses } from './refused.ts';
import type { Refusal } from '../../../../graph/model/verdict.ts';
import { findFindings } from '../../../../graph/findings/index.ts';

const a1 = { path: 'a', version: 'v1.0.0' };
const query = { mains: [main({ require: [{ ...a1, query: 'latest' }] })] };
const excluded = { mains: [main({ require: [a1], exclude: [a1] })] };

function update(wants?: readonly string[]): Refusal {
  const text = 'updates to go.mod needed; to update it:\n\tgo mod tidy';
  return refusal('updates-needed', 'go.mod', { text, ...(wants === undefined ? {} : { wants }) });
}

const words = 'go refuses it so: updates to go.mod needed; to update it: go mod tidy.';

describe.each([
  ['version-query', query],
  ['excluded-require', excluded],
] as const)('%s', (code, records) => {
  it.each([
    ['of which nobody knows what go would write', undefined],
    ['which go would write otherwise', ['-require a latest', '+require a v1.0.0']],
  ])('says what go says of the line %s', (_, wants) => {
    const model = modelOfVerdict({ graph: refuses(update(wants)) }, records, 'm a@v1.0.0');
    expect(found(model, code)).toMatchObject([
      { severity: 'error', evidence: expect.stringContaining(words) as string },
    ]);
    expect(found(model, 'updates-needed')).toEqual([]);
  });

  it('is a warning where go would write another line', () => {
    const model = modelOfVerdict({ graph: refuses(update(['-toolchain default'])) }, records, 'm a@v1.0.0');
    expect(found(model, code)).toMatchObject([{ severity: 'warn' }]);
    expect(found(model, 'updates-needed')).toMatchObject([{ severity: 'error' }]);
  });

  it('stands beside a toolchain line, which is a cause of its own', () => {
    const both = update(['-toolchain default', '-require a latest']);
    const model = modelOfVerdict({ graph: refuses(both) }, records, 'm a@v1.0.0');
    expect(findFindings(model).filter(({ severity }) => severity === 'error')).toHaveLength(2);
  });

  it('is a warning where go takes it', () => {
    expect(found(modelOfVerdict({}, records, 'm a@v1.0.0'), code)).toMatchObject([{ severity: 'warn' }]);
  });

  it('is a warning of the graph alone where a build from the vendor folder goes through', () => {
    const model = modelOfVerdict({ graph: refuses(update()), mode: 'vendor' }, records, 'm a@v1.0.0');
    expect(found(model, code)).toMatchObject([
      { severity: 'warn', evidence: expect.stringContaining(words) as string },
    ]);
  });

  it('is left alone in a workspace, whose go.mod files go does not write', () => {
    const inWork = { ...records, work: { go: '1.21', use: ['.'], replace: [] } };
    const model = modelOfVerdict({ graph: refuses(update()) }, inWork, 'm a@v1.0.0');
    expect(found(model, code)).toMatchObject([{ severity: 'warn' }]);
    expect(found(model, 'updates-needed')).toHaveLength(1);
  });
});

it('a package that went with the requirement is told with it', () => {
  const missing = refusal('package-missing', 'a/sub', { text: 'no required module provides package a/sub' });
  const model = modelOfVerdict({ build: refuses(missing) }, excluded, 'm b@v1.0.0');
  expect(findFindings(model).filter(({ severity }) => severity === 'error')).toMatchObject([
    {
      code: 'excluded-require',
      evidence: expect.stringContaining('no required module provides package a/sub.') as string,
    },
  ]);
  const selected = modelOfVerdict({ build: refuses(missing) }, excluded, 'm a@v1.1.0');
  expect(found(selected, 'package-missing')).toHaveLength(1);
});
