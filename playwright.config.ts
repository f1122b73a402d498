/** End-to-end tests: the built modscope in Debian's Chromium. */
import { defineConfig } from '@playwright/test';

// No test asks the vulnerability database of the world.
process.env['GOVULNDB'] = 'off';

export default defineConfig({
  testDir: 'test/end-to-end',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 180_000,
  // A busy machine of two cores draws its first picture late.
  expect: { timeout: 60_000 },
  workers: 2,
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    viewport: { width: 1600, height: 1000 },
    launchOptions: { executablePath: '/usr/bin/chromium' },
    trace: 'retain-on-failure',
  },
});
