/** What is said of a package that a build or a test of the main modules holds. */
import type { Package } from '../../../graph/snapshot/types.ts';
import { importText } from '../../words/panel.ts';

/** What is said of a package beside its path; '' for one that a build holds. */
export function packageWords({ root, test, error }: Package): string {
  if (error !== undefined) return importText.failed;
  if (root === true) return importText.main;
  return test === true ? importText.test : '';
}
