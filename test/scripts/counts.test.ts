import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { closingLine, countPlaywright, countVitest, namesPlaywright, namesVitest } from '../../scripts/counts.mjs';

function report(content: unknown): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'modscope-report-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };
const playwright = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 3 }, errors: [] };

test('the closing line sums all runners', () => {
  const counts = [countVitest(report(vitest)), countPlaywright(report(playwright))];
  expect(closingLine(counts)).toBe('9 passed, 3 failed, 6 skipped');
  expect(closingLine([{ passed: 1, failed: 0, skipped: 0 }])).toBe('1 passed, 0 failed');
});

test('a test file that cannot be loaded is a failure, though no test in it failed', () => {
  const unloaded = { status: 'failed', assertionResults: [] };
  const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] };
  const counts = countVitest(report({ ...vitest, testResults: [unloaded, failing] }));
  expect(counts).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test('an error outside of any test is a failure', () => {
  expect(countPlaywright(report({ ...playwright, errors: [{}] })).failed).toBe(3);
});

test('a runner that leaves no report, or half of one, is a failure', () => {
  for (const count of [countVitest, countPlaywright]) {
    expect(count('/nowhere/report.json')).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(count(report('{"stats":'))).toEqual({ passed: 0, failed: 1, skipped: 0 });
  }
});

test('what failed is named: tests, files that broke before their tests, flaky ones, errors outside of any', () => {
  const testResults = [
    {
      name: 'a.test.ts',
      status: 'failed',
      assertionResults: [{ status: 'failed', fullName: 'adds' }, { status: 'passed' }],
    },
    { name: 'b.test.ts', status: 'failed', message: 'Hook timed out\nat b', assertionResults: [{ status: 'skipped' }] },
    { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'calm' }] },
  ];
  expect(namesVitest(report({ ...vitest, testResults }))).toEqual(['a.test.ts > adds', 'b.test.ts: Hook timed out']);
  const spec = (title: string, status: string) => ({ title, file: 'd.spec.ts', line: 3, tests: [{ status }] });
  const suites = [
    { specs: [spec('calm', 'expected')], suites: [{ specs: [spec('flakes', 'flaky'), spec('left', 'skipped')] }] },
  ];
  const errors = [{ message: 'no server\nat e' }];
  expect(namesPlaywright(report({ ...playwright, suites, errors }))).toEqual(['d.spec.ts:3 > flakes', 'no server']);
  expect([...namesVitest('/nowhere'), ...namesPlaywright('/nowhere')]).toEqual([]);
});
