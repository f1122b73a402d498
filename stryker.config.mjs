/** Mutation testing of one room, named by MODSCOPE_MUTATION_ROOM: started by scripts/mutation.mjs, which judges the report. */
import { roomNamed } from './test/mutation/rooms.mjs';

const { name, mutate } = roomNamed(process.env.MODSCOPE_MUTATION_ROOM ?? 'version');

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  mutate,
  // vitest takes no notice of types, so there is nothing to silence in every file.
  disableTypeChecks: false,
  // What no test of a room needs is not copied into the sandbox.
  ignorePatterns: [
    '/bench',
    '/client',
    '/coverage',
    '/dist',
    '/docs',
    '/reports',
    '/test-results',
    '/test/client',
    '/test/end-to-end',
  ],
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${name}.json` },
  // Outside of reports/, which `npm test` empties.
  incremental: true,
  incrementalFile: `node_modules/.cache/modscope-mutation/${name}.json`,
  timeoutMS: 5_000,
  tempDirName: '.stryker-tmp',
  // Mutants of what runs on loading are run too, slow as they are.
  warnings: { slow: false },
  logLevel: 'warn',
  allowConsoleColors: false,
};
