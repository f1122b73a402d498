/** Two projects: everything that runs in Node, and Svelte components in jsdom. End-to-end tests are Playwright's. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Milliseconds before a test or a hook counts as hung: what takes seconds here took minutes on machines with other work. */
const patience = 180_000;

export default defineConfig({
  test: {
    // On two cores one worker alone would leave one idle; more would only wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/client/**', 'test/end-to-end/**'],
          setupFiles: ['test/support/patience.ts', 'test/support/no-database.ts'],
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
      {
        plugins: [svelte(), svelteTesting()],
        test: {
          name: 'client',
          environment: 'jsdom',
          include: ['test/client/**/*.test.ts'],
          setupFiles: ['test/support/patience.ts', 'test/client/patience.ts'],
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
    ],
  },
});
