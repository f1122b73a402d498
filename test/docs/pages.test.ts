/** The pages of docs/ that are made from the code are in step with it: `npx vitest run test/docs -u` writes them anew. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { matchQuery, QueryFault } from '../../graph/query/index.ts';
import { functionWords, operatorWords, otherWords, stateWords } from '../../graph/query/words.ts';
import { recordedModel, sampleModel } from '../graph/recorded-model.ts';
import { findingSampleNames, readFindingSample } from '../support/finding-sample.ts';
import { exit, statusOfSignal } from '../../cli/exit.ts';
import { endingSignals } from '../../server/process/at-end.ts';
import { modscope } from '../cli/run.ts';
import { doctorPage } from './doctor-page.ts';
import { exitPage } from './exit-page.ts';
import { findingsPage } from './findings-page.ts';
import { gradeCounts } from './grade-counts.ts';
import { queryPage } from './query-page.ts';

const at = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
/** Recordings of which go could print the graph. */
const recorded = readdirSync(at('samples/recorded'))
  .filter((name) => readdirSync(at(`samples/recorded/${name}`)).some((file) => file.startsWith('graph.txt')))
  .sort();

it('docs/findings.md', async () => {
  const samples = findingSampleNames().map(readFindingSample);
  const counts = recorded.map((name) => gradeCounts(name, recordedModel(name)));
  expect(counts.length).toBeGreaterThan(10);
  // What the page says of them.
  for (const { name, selected, marked } of counts) {
    if (selected >= 100) expect(marked / selected, name).toBeLessThanOrEqual(1 / 8);
  }
  await expect(findingsPage(samples, counts)).toMatchFileSnapshot(at('docs/findings.md'));
});

it('docs/doctor.md', async () => {
  await expect(doctorPage()).toMatchFileSnapshot(at('docs/doctor.md'));
});

describe('docs/exit-status.md', () => {
  it('has every status of cli/exit.ts', async () => {
    await expect(exitPage()).toMatchFileSnapshot(at('docs/exit-status.md'));
  });

  it('and so has --help', async () => {
    const { out } = await modscope(['--help']);
    const words = out.slice(out.indexOf('Exit status:')).replace(/\s+/g, ' ');
    const named = [...words.matchAll(/(\d+) (?!to)\w/g)].map(([, status]) => Number(status));
    expect(named).toEqual(expect.arrayContaining(Object.values(exit)));
    const signals = endingSignals.map(statusOfSignal);
    expect(words).toContain(`${String(Math.min(...signals))} to ${String(Math.max(...signals))} ended by a signal`);
  });
});

describe('docs/query.md', () => {
  // As the reader has it who tries them.
  const model = sampleModel('kubectl');

  it('is as the tables say', async () => {
    await expect(queryPage(model)).toMatchFileSnapshot(at('docs/query.md'));
  });

  it.each([...otherWords, ...functionWords, ...operatorWords].map((one) => one.example))(
    '%s matches some, not all',
    (example) => {
      const match = matchQuery(model, 'selected', example);
      const count = match.reduce((sum, one) => sum + one, 0);
      expect(count).toBeGreaterThan(1);
      expect(count).toBeLessThan(matchQuery(model, 'selected', '').reduce((sum, one) => sum + one, 0));
    },
  );

  it.each(functionWords.map((one) => [one.name, one.example] as const))(
    'the example of %s calls it',
    (name, example) => {
      expect(example.startsWith(`${name}(`)).toBe(true);
    },
  );

  it.each(stateWords.map((one) => [one.word, one.needs] as const))(
    'is:%s is answered, or says what it needs',
    (word, needs) => {
      const ask = (): Uint8Array => matchQuery(model, 'selected', `is:${word}`);
      if (needs === undefined) expect(ask()).toHaveLength(model.graph.size);
      else expect(ask).toThrow(QueryFault);
    },
  );
});
