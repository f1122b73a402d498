/** Only the tests of one room, named by MODSCOPE_MUTATION_ROOM: every mutant runs them again, so they must be few. */
import { defineConfig } from 'vitest/config';
import { roomNamed } from './rooms.mjs';

/**
 * Stryker's runner looks at tests alone: a test file that a mutant keeps from loading has none, and the mutant would
 * count as a survivor (stryker-js issue 6150). Such a file gets a test that has failed.
 */
const unloadedFails = {
  onTestRunEnd(modules) {
    for (const { task: file } of modules) {
      if (file.result?.state !== 'fail') continue;
      if (file.tasks.length > 0 && (file.result.errors ?? []).length === 0) continue;
      file.tasks.push({ type: 'test', name: 'loads', mode: 'run', file, result: file.result, meta: {} });
    }
  },
};

export default defineConfig({
  test: {
    include: roomNamed(process.env.MODSCOPE_MUTATION_ROOM ?? 'version').tests,
    setupFiles: ['test/mutation/setup.ts'],
    testTimeout: 30_000,
    reporters: [unloadedFails],
  },
});
