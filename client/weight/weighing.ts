import { Part } from '../part.ts';

/** What weighs: loaded once the first picture is there. */
export const weighing = new Part(() => import('./weigh.ts'));
