import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isStandard } from '../../../graph/explain/standard.ts';

describe('isStandard', () => {
  it('knows every package that go itself lists', () => {
    const listed = execFileSync('go', ['list', 'std', 'cmd'], { encoding: 'utf8' }).split('\n').filter(Boolean);
    expect(listed.length).toBeGreaterThan(200);
    expect(listed.filter((one) => !one.startsWith('vendor/') && !isStandard(one))).toEqual([]);
  });

  it('takes no module for one of them, nor the go line', () => {
    expect(['go', 'golang.org/x/net', 'mine/fmt', 'fmtx', ''].filter(isStandard)).toEqual([]);
  });
});
