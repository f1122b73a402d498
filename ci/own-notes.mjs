/**
 * Which comments of a page of them are ours: written by $MODSCOPE_AUTHOR and beginning with $MODSCOPE_MARKER. Reads the JSON of GitHub or GitLab
 * from standard input; prints how many comments the page has, then the ids of ours, each on a line of its own.
 */
import { readFileSync } from 'node:fs';

const { MODSCOPE_AUTHOR: author, MODSCOPE_MARKER: marker } = process.env;
if (!author || !marker) throw new Error('MODSCOPE_AUTHOR and MODSCOPE_MARKER are missing');
const notes = JSON.parse(readFileSync(0, 'utf8'));
const ours = notes.filter(
  ({ user, author: by, body }) =>
    (user?.login ?? by?.username) === author && typeof body === 'string' && body.startsWith(marker),
);
console.log([notes.length, ...ours.map(({ id }) => Number(id))].join('\n'));
