/** Only the tests of one room, named by MODSCOPE_MUTATION_ROOM: every mutant runs them again, so they must be few. */
import { defineConfig } from 'vitest/config';
import { roomNamed } from './rooms.mjs';

export default defineConfig({
  test: {
    include: roomNamed(process.env.MODSCOPE_MUTATION_ROOM ?? 'version').tests,
    testTimeout: 30_000,
  },
});
