/** What is said of a vulnerability, and what can be done. */
import { describe, expect, it } from 'vitest';
import { vulnerableNodes } from '../../../graph/findings/vulnerable.ts';
import type { Model } from '../../../graph/model/model.ts';
import type { Records } from '../../../graph/snapshot/records.ts';
import type { Vulnerability } from '../../../graph/snapshot/types.ts';
import { found, modelWith, type Told } from './found.ts';

const open: Vulnerability = {
  id: 'GO-2024-1',
  aliases: ['CVE-2024-1', 'GHSA-1', 'GHSA-2'],
  summary: 'It is open.',
  path: 'a',
  version: 'v1.1.0',
  reach: 'called',
};

function reported(more: Partial<Vulnerability>, records: Partial<Records> = {}): Model {
  return modelWith('m a@v1.1.0\nm go@1.22\na@v1.1.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0', {
    records,
    snapshot: { vulnerabilities: [{ ...open, ...more }] },
  });
}

const told = (more: Partial<Vulnerability>, records?: Partial<Records>): Told | undefined =>
  found(reported(more, records), 'vulnerable')[0];

it('names it, two of its other names, and how far govulncheck followed it', () => {
  expect(told({})).toEqual({
    code: 'vulnerable',
    severity: 'high',
    subject: 'a@v1.1.0',
    evidence: 'GO-2024-1, CVE-2024-1, GHSA-1: It is open; the vulnerable code is called.',
    remedy: 'There is no version without it yet.',
    nodes: [1],
  });
});

it.each([
  ['called', 'the vulnerable code is called.'],
  ['imported', 'its package is imported, and govulncheck saw no call of the vulnerable code.'],
  ['required', 'the module is required, and no vulnerable package of it is imported.'],
] as const)('%s: %s', (reach, words) => {
  expect(told({ reach, aliases: [] })?.evidence).toBe(`GO-2024-1: It is open; ${words}`);
});

describe('the remedy', () => {
  it('is the version that mends it', () => {
    expect(told({ fixed: 'v1.1.1' })?.remedy).toBe('It is fixed in v1.1.1. [go get a@v1.1.1]');
  });

  it.each([['v1.1.0', 'v1.1.1', 'It is fixed in v1.1.1: name fork v1.1.1 in the line that replaces a.']])(
    'of a replacement is in its line',
    (version, fixed, remedy) => {
      const listed = [{ path: 'a', version: 'v1.1.0', replace: { path: 'fork', version } }];
      expect(told({ path: 'fork', version, fixed }, { listed })).toMatchObject({
        subject: 'fork@v1.1.0',
        remedy,
        nodes: [1],
      });
    },
  );

  it('of an old report is a new one', () => {
    expect(told({ version: 'v1.0.0', fixed: 'v1.1.1' })).toEqual({
      code: 'vulnerable',
      severity: 'info',
      subject: 'a@v1.0.0',
      evidence: 'GO-2024-1, CVE-2024-1, GHSA-1: It is open; the report is on a version that is not in this build list.',
      remedy: 'Make a new report with govulncheck.',
      nodes: [],
    });
  });

  it('of the standard library is another go', () => {
    const standard = { path: 'stdlib', version: 'v1.22.1', fixed: 'v1.22.2' };
    expect(told(standard)).toMatchObject({
      severity: 'high',
      subject: 'go 1.22.1',
      evidence: 'GO-2024-1, CVE-2024-1, GHSA-1: It is open; the vulnerable code is called.',
      remedy: 'go 1.22.2 has the fix: install it, or name it in the toolchain line.',
    });
    expect(told({ ...standard, version: 'go1.22.1', fixed: 'go1.22.2' })).toMatchObject({
      subject: 'go 1.22.1',
      remedy: 'go 1.22.2 has the fix: install it, or name it in the toolchain line.',
    });
    expect(told({ path: 'stdlib', version: '' })).toMatchObject({
      subject: 'go',
      remedy: 'There is no version without it yet.',
    });
  });
});

describe('vulnerableNodes', () => {
  it('gives each id beside the node that is built of it', () => {
    expect(vulnerableNodes(reported({}))).toMatchObject([{ node: 1, one: { id: 'GO-2024-1' } }]);
    expect(vulnerableNodes(reported({ version: 'v1.0.0' }))).toEqual([]);
    expect(vulnerableNodes(modelWith('m a@v1.1.0', {}))).toEqual([]);
  });

  it('a folder that stands for a module has no version that could be reported', () => {
    const listed = [{ path: 'a', version: 'v1.1.0', replace: { path: './a' } }];
    expect(vulnerableNodes(reported({}, { listed }))).toEqual([]);
    expect(vulnerableNodes(reported({ path: './a', version: '' }, { listed }))).toEqual([]);
  });

  it('a main module has none either', () => {
    expect(vulnerableNodes(reported({ path: 'm', version: '' }))).toEqual([]);
  });
});
