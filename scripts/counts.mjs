/** Sums what the test runners report. A runner that breaks counts as one failed test: it must never look like none. */
import { existsSync, readFileSync } from 'node:fs';

/** `{passed, failed, skipped}` of vitest's JSON report. A file that cannot be loaded has no tests in it and counts as one failed. */
export function countVitest(file) {
  const report = read(file);
  if (report === undefined) return broken;
  const unloaded = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.every((a) => a.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The same of Playwright's. A flaky test passed at last, but not at first: that is a failure here. */
export function countPlaywright(file) {
  const report = read(file);
  if (report === undefined) return broken;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** Every failed test of vitest's report, a line each, file and name; a file that broke before its tests comes with the first line of its error. */
export function namesVitest(file) {
  return (read(file)?.testResults ?? []).flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed').map((one) => `${name} > ${one.fullName}`);
    return failed.length > 0 || status !== 'failed' ? failed : [`${name}: ${(message ?? '').split('\n', 1)[0]}`];
  });
}

/** The same of Playwright's, the flaky ones, too. */
export function namesPlaywright(file) {
  const report = read(file);
  if (report === undefined) return [];
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const failed = (report.suites ?? [])
    .flatMap(specs)
    .filter((spec) => !spec.tests.every(({ status }) => calm.has(status)));
  return [
    ...failed.map((spec) => `${spec.file}:${spec.line} > ${spec.title}`),
    ...report.errors.map((error) => (error.message ?? '').split('\n', 1)[0]),
  ];
}

/** How a test of Playwright's ends that is no failure. */
const calm = new Set(['expected', 'skipped']);

const broken = { passed: 0, failed: 1, skipped: 0 };

/** `N passed, N failed`, and `, N skipped` where there are some. */
export function closingLine(counts) {
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function read(file) {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}
