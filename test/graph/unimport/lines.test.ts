/** Lines of go.mod and go.work that a plan changes. */
import { expect, it } from 'vitest';
import { linesBetween } from '../../../graph/unimport/lines.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { readGoWork } from '../../../parsers/go-work-text.ts';

const before = `module m

go 1.20

toolchain go1.22.1

require (
	example.com/a v1.0.0
	example.com/b v1.0.0 // indirect
	example.com/same v1.0.0
)

tool example.com/a/cmd/a

exclude example.com/x v1.0.0

exclude example.com/x v1.1.0

replace example.com/a => ./fork

replace example.com/b v1.0.0 => example.com/c v1.0.0
`;
const after = `module m

go 1.21

require (
	example.com/a v1.0.0 // indirect
	example.com/c v1.0.0
	example.com/same v1.0.0
)

exclude example.com/x v1.1.0

exclude example.com/x v1.2.0

replace example.com/a => ../fork

replace example.com/b v1.1.0 => example.com/c v1.0.0
`;

it('each kind of line that goes, comes or changes, and none that stays', () => {
  const mains = (text: string): { mains: readonly ReturnType<typeof readGoMod>['main'][] } => ({
    mains: [readGoMod(text, 'go.mod', 'api').main],
  });
  const lines = linesBetween(mains(before), mains(after));
  expect(new Set(lines.map(({ main, file }) => `${main ?? ''} ${file}`))).toEqual(new Set(['m api/go.mod']));
  expect(lines.map(({ verb, path, is, becomes }) => [verb, path, is, becomes])).toEqual([
    ['go', 'go', '1.20', '1.21'],
    ['toolchain', 'toolchain', 'go1.22.1', undefined],
    ['require', 'example.com/a', 'v1.0.0', 'v1.0.0 // indirect'],
    ['require', 'example.com/b', 'v1.0.0 // indirect', undefined],
    ['require', 'example.com/c', undefined, 'v1.0.0'],
    ['tool', 'example.com/a/cmd/a', '', undefined],
    ['replace', 'example.com/a', '=> ./fork', '=> ../fork'],
    ['replace', 'example.com/b', 'v1.0.0 => example.com/c v1.0.0', undefined],
    ['replace', 'example.com/b', undefined, 'v1.1.0 => example.com/c v1.0.0'],
    ['exclude', 'example.com/x', 'v1.0.0', undefined],
    ['exclude', 'example.com/x', undefined, 'v1.2.0'],
  ]);
});

it('lines of go.work name no main module', () => {
  const of = (text: string): Parameters<typeof linesBetween>[0] => ({ mains: [], work: readGoWork(text) });
  const lines = linesBetween(of('go 1.21\nuse ./a\n'), of('go 1.22\nuse ./a\nreplace example.com/a => ./a\n'));
  expect(lines).toEqual([
    { file: 'go.work', verb: 'go', path: 'go', is: '1.21', becomes: '1.22' },
    { file: 'go.work', verb: 'replace', path: 'example.com/a', becomes: '=> ./a' },
  ]);
});
