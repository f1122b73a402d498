/** A program for tests: loads the folder of its first argument with the go of its second, and says when it has begun. */
import { loadFolder } from '../../server/project/load-folder.ts';
import { defaultLoad } from '../../server/project/types.ts';

const [, , folder = '', go = ''] = process.argv;
let begun = false;
await loadFolder(
  folder,
  { ...defaultLoad, go },
  () => {
    if (!begun) process.stdout.write('begun\n');
    begun = true;
  },
  new AbortController().signal,
);
