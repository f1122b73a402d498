/** An edit as a user typed it. */
import { expect, it } from 'vitest';
import { editText, pathOf, type Edit } from '../../../graph/what-if/edits.ts';

it.each<[Edit, string, string]>([
  [{ kind: 'drop', path: 'x.org/a' }, '--drop x.org/a', 'x.org/a'],
  [{ kind: 'require', path: 'x.org/a', version: 'v1.2.0' }, '--set x.org/a@v1.2.0', 'x.org/a'],
  [{ kind: 'replace', old: { path: 'a' }, new: { path: './b' } }, '--replace a=./b', 'a'],
  [
    { kind: 'replace', old: { path: 'a', version: 'v1.0.0' }, new: { path: 'b', version: 'v1.1.0' } },
    '--replace a@v1.0.0=b@v1.1.0',
    'a',
  ],
  [{ kind: 'exclude', path: 'a', version: 'v1.0.0' }, '--exclude a@v1.0.0', 'a'],
  [{ kind: 'go', version: '1.22' }, '--go 1.22', 'go'],
])('%o is typed %s', (edit, text, path) => {
  expect(editText(edit)).toBe(text);
  expect(pathOf(edit)).toBe(path);
});
