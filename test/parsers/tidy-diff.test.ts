import { expect, it } from 'vitest';
import { parseTidyDiff } from '../../parsers/tidy-diff.ts';

const goMod = `diff current/go.mod tidy/go.mod
--- current/go.mod
+++ tidy/go.mod
@@ -3,9 +3,11 @@
 go 1.21
 
-require example.com/gone v1.0.0
+require (
+\texample.com/direct v1.0.0
+\t"example.com/quoted" v1.0.0
+)
 
 require (
-\texample.com/direct v1.0.0 // indirect
 \texample.com/same v1.0.0 // indirect
+\texample.com/new v1.2.3 // indirect; kept for x
-\texample.com/moved v1.0.0
+\texample.com/moved v1.0.0
 )
-replace example.com/gone => ./gone
`;
const goSum = `diff current/go.sum tidy/go.sum
--- current/go.sum
+++ tidy/go.sum
@@ -1,1 +0,0 @@
-example.com/gone v1.0.0 h1:x=
+require v1.0.0 h1:x=
`;

it('names the lines that would go, come or change', () => {
  expect(parseTidyDiff(`${goMod}\n${goSum}`)).toEqual([
    { path: 'example.com/direct', is: 'v1.0.0 // indirect', becomes: 'v1.0.0' },
    { path: 'example.com/gone', is: 'v1.0.0' },
    { path: 'example.com/new', becomes: 'v1.2.3 // indirect' },
    { path: 'example.com/quoted', becomes: 'v1.0.0' },
  ]);
});

it.each([
  ['much space', '-\t  require   a.b/c   v1.0.0   //   indirect   \n', [{ path: 'a.b/c', is: 'v1.0.0 // indirect' }]],
  ['no space before the comment', '+a.b/c v1.0.0//indirect\n', [{ path: 'a.b/c', becomes: 'v1.0.0//indirect' }]],
  ['another comment', '+a.b/c v1.0.0 // indirectly\n', [{ path: 'a.b/c', becomes: 'v1.0.0' }]],
  ['what is the same on both sides', ' a.b/c v1.0.0\n', []],
  ['a sign inside', 'x -a.b/c v1.0.0\n', []],
  ['no version', '-a.b/c x1.0.0\n', []],
  ['one quote', '-"a.b/c v1.0.0\n', []],
  ['headers', '--- a.b/c v1.0.0\n+++ a.b/d v1.0.0\n', []],
  [
    'ends like a header',
    '-a.b/c v1.0.0+++\n+a.b/d v1.0.0---\n',
    [
      { path: 'a.b/c', is: 'v1.0.0+++' },
      { path: 'a.b/d', becomes: 'v1.0.0---' },
    ],
  ],
  [
    'two in order',
    '-b v1.0.0\n-a v1.0.0\n',
    [
      { path: 'a', is: 'v1.0.0' },
      { path: 'b', is: 'v1.0.0' },
    ],
  ],
])('%s', (_, lines, expected) => {
  expect(parseTidyDiff(`diff current/go.mod tidy/go.mod  \n${lines}`)).toEqual(expected);
  expect(parseTidyDiff(lines)).toEqual([]);
  expect(parseTidyDiff(`diff current/go.modx tidy/go.modx\n${lines}`)).toEqual([]);
});

it('passes over go.sum', () => {
  expect(parseTidyDiff(goSum)).toEqual([]);
  expect(parseTidyDiff('')).toEqual([]);
});
