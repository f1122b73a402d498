import { Part } from '../part.ts';

/** What a recording answers of edits: loaded once the first picture is there. */
export const localAnswer = new Part(() => import('../what-if/local.ts'));
