/** What is said of a package that a build or a test of the main modules holds. */
import type { Package } from '../../../graph/snapshot/types.ts';

/** What is said of a package beside its path; '' for one that a build holds. */
export function packageWords({ root, test, error }: Package): string {
  if (error !== undefined) return 'could not be loaded';
  if (root === true) return 'of the main module';
  return test === true ? 'by tests only' : '';
}
