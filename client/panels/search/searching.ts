/** What finds: nobody types before the first picture is there, so it is loaded after that. */
export { moduleFinder } from './find-modules.ts';
export { searchRows } from './rows.ts';
