/** Snapshot files that a stranger may have written. */
import fc from 'fast-check';
import { findConflicts, findCycles, findFindings } from '../../../graph/findings/index.ts';
import { matchQuery } from '../../../graph/query/index.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import { readSnapshot } from '../../../graph/snapshot/read.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { makeView } from '../../../graph/view/view.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { parseModGraph } from '../../../parsers/mod-graph.ts';
import { goMods, graphs } from '../inputs/corpus.ts';
import { damaged, dice } from '../inputs/edits.ts';
import { changedJson } from '../inputs/json.ts';
import { anywhere, ofGo, ofJson } from '../inputs/words.ts';
import { must, mustEqual, textOf, type Input, type Target } from '../target.ts';

const small = `example.com/m example.com/a@v1.2.3
example.com/m go@1.24.0
example.com/a@v1.2.3 example.com/b/v2@v2.1.0
example.com/a@v1.2.3 example.com/m@v0.9.0
example.com/b/v2@v2.1.0 example.com/a@v1.0.0
example.com/a@v1.0.0 example.com/c@v3.0.0+incompatible
`;

/** One with every field that a snapshot can have. */
const full: Snapshot = {
  ...assemble({
    edges: parseModGraph(small),
    mains: [readGoMod(goMods.at(-1) ?? '').main],
    work: { go: '1.24', use: ['.'], replace: [{ old: { path: 'example.com/x' }, new: { path: './x' } }] },
    problems: [{ code: 'load-error', subject: 'example.com/a@v1.2.3', text: 'not found' }],
  }),
  facts: [
    {
      path: 'example.com/a',
      version: 'v1.2.3',
      time: '2020-01-02T03:04:05Z',
      retracted: ['broken'],
      deprecated: 'x',
      update: 'v1.3.0',
    },
  ],
  vulnerabilities: [
    {
      id: 'GO-2024-2687',
      aliases: ['CVE-1'],
      summary: 'x',
      path: 'example.com/a',
      version: 'v1.2.3',
      fixed: 'v1.2.4',
      reach: 'called',
    },
  ],
  packages: {
    platform: { goos: 'linux', goarch: 'amd64', tags: ['x'], cgo: true },
    packages: [
      { path: 'example.com/a', module: 'example.com/a@v1.2.3', imports: ['unsafe'] },
      {
        path: 'example.com/m',
        module: 'example.com/m',
        root: true,
        imports: ['example.com/a'],
        testImports: ['testing'],
      },
      { path: 'unsafe', standard: true },
    ],
    elsewhere: [
      {
        module: 'example.com/b/v2@v2.1.0',
        imports: 'example.com/b/v2',
        package: 'example.com/a',
        file: 'a_windows.go',
        constraint: '_windows',
      },
    ],
  },
};
/** The smallest first: what fails is shrunk towards it. */
const good: readonly Snapshot[] = [
  assemble({ edges: parseModGraph(small), mains: [] }),
  full,
  full,
  assemble({ edges: parseModGraph(graphs[0] ?? ''), mains: [] }),
];

const texts = fc.oneof(
  { weight: 6, arbitrary: changedJson(good).map((value) => JSON.stringify(value)) },
  { weight: 3, arbitrary: damaged(good.map(writeSnapshot), [...ofJson, ...anywhere, ...ofGo]) },
  fc.json(),
  fc.json().map((text) => `{"format":1,"mains":[],"modules":[],"problems":[],"facts":${text}}`),
);

function examine(input: Input): void {
  const snapshot = readSnapshot(textOf(input));
  const written = writeSnapshot(snapshot);
  const again = readSnapshot(written);
  mustEqual(again, snapshot, 'a snapshot that was written reads back differently');
  must(writeSnapshot(again) === written, 'a snapshot is written differently the second time');
  const model = openSnapshot(snapshot);
  const { graph } = model;
  const requirements = snapshot.modules.reduce((sum, { requires = [] }) => sum + requires.length, 0);
  must(
    graph.size === snapshot.modules.length && graph.out.targets.length === requirements,
    'the model has lost something',
  );
  for (const conflict of findConflicts(model)) must(conflict.required.length > 1, 'a conflict of one version');
  for (const cycle of findCycles(model)) must(cycle.members.length > 1, 'a cycle of one');
  for (const finding of findFindings(model))
    must(
      finding.nodes.every((node) => node < graph.size),
      'a finding on what is not there',
    );
  must(matchQuery(model, 'all', 'from(is:main)').length === graph.size, 'an answer of another size');
  makeView(model, defaultView);
}

export const snapshots: Target = {
  name: 'snapshot',
  share: 14,
  inputs: fc.record({ text: texts, dice }),
  codes: ['bad-input'],
  examine,
};
