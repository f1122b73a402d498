/** A go line below that of a dependency, without go's word. */
import { describe, expect, it } from 'vitest';
import { selectedGo } from '../../../../graph/findings/refused/go-line.ts';
import { modelOf } from '../../lines.ts';
import { found, main } from '../found.ts';
import { modelOfVerdict, refusal, refuses } from './refused.ts';

const lines = (...dependencies: string[]): string => ['m a@v1.0.0', 'm go@1.21', ...dependencies].join('\n');

describe('the go version that the graph selects', () => {
  it.each([
    ['of one that requires more', lines('a@v1.0.0 go@1.23.0'), '1.23.0', ['a@v1.0.0']],
    ['the highest of several', lines('a@v1.0.0 go@1.22', 'b@v1.0.0 go@1.24rc1', 'm b@v1.0.0'), '1.24rc1', ['b@v1.0.0']],
    ['by all who require it', lines('a@v1.0.0 go@1.23', 'b@v1.0.0 go@1.23'), '1.23', ['a@v1.0.0', 'b@v1.0.0']],
    ['of the main module alone: by nobody', 'm go@1.21', '1.21', []],
  ])('%s', (_, graph, version, by) => {
    expect(selectedGo(modelOf(graph))).toEqual({ version, by });
  });

  it('is unknown where no go line is in the graph', () => {
    expect(selectedGo(modelOf('m a@v1.0.0'))).toBeUndefined();
  });
});

describe('a go line that is too low', () => {
  const at = (go: string | undefined, graph = lines('a@v1.0.0 go@1.23.0')) =>
    found(modelOf(graph, { mains: [main(go === undefined ? {} : { go })] }), 'go-line-too-low');

  it('is an error that names who requires more', () => {
    expect(at('1.21')).toMatchObject([
      {
        severity: 'error',
        subject: 'go.mod',
        evidence:
          'The go line of go.mod is 1.21, and a@v1.0.0 requires go 1.23.0: go builds nothing until the go line is as high.',
      },
    ]);
  });

  it('is a warning where a build from the vendor folder goes through', () => {
    const graph = refuses(refusal('updates-needed', 'go.mod'));
    const records = { mains: [main({ go: '1.21' })] };
    const of = (mode: 'vendor' | 'readonly') =>
      found(modelOfVerdict({ graph, mode }, records, lines('a@v1.0.0 go@1.23.0')), 'go-line-too-low');
    expect(of('vendor')).toMatchObject([
      { severity: 'warn', evidence: expect.stringContaining('a build from the vendor folder goes through.') as string },
    ]);
    expect(of('readonly')).toMatchObject([
      { severity: 'error', evidence: expect.stringContaining('high, though a build goes through.') as string },
    ]);
  });

  it('no go line at all is one of 1.16', () => {
    expect(at(undefined)[0]?.evidence).toMatch(
      /^go\.mod has no go line, which means go 1\.16, and a@v1\.0\.0 requires/,
    );
  });

  it.each(['1.23.0', '1.23.1', '1.24', '1.24rc1'])('%s is high enough', (go) => {
    expect(at(go)).toEqual([]);
  });

  it('1.23 is below 1.23.0, as go counts', () => {
    expect(at('1.23')).toHaveLength(1);
  });

  it('a dependency below 1.21 is not in the graph, and go does not hold it against anyone', () => {
    expect(at('1.16', 'm a@v1.0.0\nm go@1.16')).toEqual([]);
  });

  it('a workspace goes by the go line of go.work', () => {
    const model = modelOf(lines('a@v1.0.0 go@1.23.0'), {
      mains: [main({ go: '1.21' })],
      work: { go: '1.21', use: ['.'], replace: [] },
    });
    expect(found(model, 'go-line-too-low')).toEqual([]);
  });
});
