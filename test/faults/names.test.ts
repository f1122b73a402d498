/** The table of faults and tests is whole: a fault without a test fails here. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fakeCases } from './fake-cases.ts';
import { faultNames } from './names.ts';
import { realCases } from './real-cases.ts';

it('each of the 24 faults has a test by its name', () => {
  const here = import.meta.dirname;
  const tests = readdirSync(here).filter((name) => name.endsWith('.test.ts'));
  const described = tests.flatMap((name) =>
    [...readFileSync(path.join(here, name), 'utf8').matchAll(/^describe\('([^']+)'/gm)].map(([, fault]) => fault),
  );
  const tested = new Set([...described, ...[...fakeCases, ...realCases].map(({ fault }) => fault)]);
  expect(faultNames).toHaveLength(24);
  expect(faultNames.filter((name) => !tested.has(name))).toEqual([]);
});
