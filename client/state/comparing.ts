import { Part } from '../part.ts';

/** What compares: loaded once the first picture is there. */
export const comparing = new Part(() => import('./comparison.ts'));
