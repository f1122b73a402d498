/** The browser that benchmarks run in. */
import { chromium, type Browser } from '@playwright/test';

/** Debian's Chromium, as the end-to-end tests use it, with a heap that can be measured. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });
}
