/** Two projects: everything that runs in Node, and Svelte components in jsdom. End-to-end tests are Playwright's. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/client/**', 'test/end-to-end/**'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [svelte(), svelteTesting()],
        test: { name: 'client', environment: 'jsdom', include: ['test/client/**/*.test.ts'], testTimeout: 30_000 },
      },
    ],
  },
});
