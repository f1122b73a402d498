/** What runs before each test file: nothing that is waited for is given up after a second, which a busy machine needs for anything. */
import { vi } from 'vitest';

/** Milliseconds. What never comes fails the test all the same, later. */
const patience = 120_000;

const { waitFor, waitUntil } = vi;
vi.waitFor = (callback, options) => waitFor(callback, patient(options));
vi.waitUntil = (callback, options) => waitUntil(callback, patient(options));

function patient(options: Parameters<typeof waitFor>[1]): Parameters<typeof waitFor>[1] {
  return typeof options === 'number' ? options : { timeout: patience, ...options };
}
