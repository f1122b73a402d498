/** Steps as they are typed: quoted where a shell would read them otherwise, none before the one ahead of it succeeded. */
import { expect, it } from 'vitest';
import { commandOf, type Step } from '../../../graph/remedy/steps.ts';

const old = { path: 'x.com/a', version: 'v1.0.0' };

it.each<[string, Step[]]>([
  ['go mod edit -dropreplace=x.com/a@v1.0.0', [{ do: 'edit', edits: [{ kind: 'drop-replace', old, file: 'go.mod' }] }]],
  [
    'go mod edit -replace=x.com/a@v1.0.0=./b -dropexclude=x.com/a@v1.0.0 app/go.mod',
    [
      {
        do: 'edit',
        edits: [
          { kind: 'replace', old, new: { path: './b' }, file: 'app/go.mod' },
          { kind: 'drop-exclude', ...old, file: 'app/go.mod' },
        ],
      },
    ],
  ],
  [
    "go work edit '-dropuse=./a b' -toolchain=none",
    [
      {
        do: 'edit',
        edits: [
          { kind: 'drop-use', folder: './a b', file: 'go.work' },
          { kind: 'drop-toolchain', file: 'go.work' },
        ],
      },
    ],
  ],
  [
    'go mod edit -droprequire=x.com/a -require=x.com/a@v1.0.0 -exclude=x.com/a@v1.0.0 -go=1.22',
    [
      {
        do: 'edit',
        edits: [
          { kind: 'drop', path: 'x.com/a', file: 'go.mod' },
          { kind: 'require', ...old, file: 'go.mod' },
          { kind: 'exclude', ...old, file: 'go.mod' },
          { kind: 'go', version: '1.22', file: 'go.mod' },
        ],
      },
    ],
  ],
  [
    'go -C app get x.com/a@v1.0.0 && go work vendor',
    [
      { do: 'get', dir: 'app', ...old },
      { do: 'vendor', of: 'work' },
    ],
  ],
  [
    'go -C app mod tidy && go mod vendor',
    [
      { do: 'tidy', dir: 'app' },
      { do: 'vendor', of: 'mod' },
    ],
  ],
  [
    'go work sync && go work use && go work use ./c',
    [{ do: 'sync' }, { do: 'use', folders: [] }, { do: 'use', folders: ['./c'] }],
  ],
  ['go mod download && go mod download x.com/a@v1.0.0', [{ do: 'download' }, { do: 'download', module: old }]],
])('%s', (typed, steps) => {
  expect(commandOf(steps)).toBe(typed);
});
