import { describe, expect, it } from 'vitest';
import { makeGroups, type Words } from '../../../client/panels/finding-groups.ts';
import { counted, duration } from '../../../client/panels/parts/counts.ts';
import { receiptParts } from '../../../client/panels/receipt-parts.ts';
import { runWords } from '../../../client/panels/run-words.ts';
import { hintParts } from '../../../client/panels/states/hint-parts.ts';
import { phaseWords } from '../../../client/panels/states/phase-words.ts';
import { toldProblems } from '../../../client/panels/states/told-problems.ts';
import { problemWords } from '../../../client/panels/states/problem-words.ts';
import type { Conflict, Finding } from '../../../graph/findings/types.ts';
import type { Receipt } from '../../../graph/view/types.ts';
import { modelOf } from '../../graph/lines.ts';
import { known, small } from './models.ts';

const text = (words: Words): string => words.map((word) => (typeof word === 'string' ? word : word.mono)).join('');

describe('makeGroups', () => {
  const finding = (more: Partial<Finding>): Finding => ({
    code: 'replaced',
    severity: 'info',
    subject: 'a.b/c',
    evidence: '',
    remedy: { words: '' },
    nodes: [],
    ...more,
  });
  const conflict = (path: string, grade: Conflict['grade'], versions: number): Conflict => ({
    path,
    grade,
    required: Array.from({ length: versions }, (_, i) => ({ version: `v0.${i}.0`, by: ['m'] })),
  });

  it('says counts and the worst case', () => {
    const said = makeGroups(known.findings, known.conflicts, known.cycles).map(({ title, detail }) => [
      title,
      text(detail),
    ]);
    expect(said).toEqual([
      ['1 module jumped a v0 minor version', 'largest: example.com/net, 3 requested versions'],
      ['1 module replaced', 'example.com/b'],
      ['1 cycle', 'of 2, example.com/a'],
    ]);
  });

  it('puts errors first, whatever the order', () => {
    const groups = makeGroups(
      [
        finding({ severity: 'info' }),
        finding({ code: 'load-error', severity: 'error', subject: 'x.y/z@v1.0.0' }),
        finding({ code: 'major-coexistence', severity: 'high' }),
      ],
      [conflict('a.b/c', 'major-jump', 2)],
      [],
    );
    expect(groups.map(({ id }) => id)).toEqual(['load-error', 'major-coexistence', 'jump', 'replaced']);
  });

  it('names what was jumped, and nothing else', () => {
    const title = (...grades: Conflict['grade'][]): string | undefined =>
      makeGroups(
        [],
        grades.map((grade, i) => conflict(`a.b/${i}`, grade, i + 2)),
        [],
      )[0]?.title;
    expect(title('major-jump', 'v0-jump')).toBe('2 modules jumped a major or v0 minor version');
    expect(title('major-jump', 'v0-jump', 'prerelease-jump')).toBe('2 modules jumped a major or v0 minor version');
    expect(title('superseded', 'declared-below-selected')).toBeUndefined();
  });

  it('marks the nodes of its findings once, ascending', () => {
    const [group] = makeGroups([finding({ nodes: [5, 2] }), finding({ subject: 'a.b/d', nodes: [2] })], [], []);
    expect(group).toMatchObject({ nodes: [2, 5], count: 2, title: '2 modules replaced', query: 'is:replaced' });
    expect(text(group!.detail)).toBe('a.b/c and a.b/d');
  });

  it('marks the nodes of the conflicts it counts, and no others', () => {
    const superseded = (path: string, node: number, severity: Finding['severity'] = 'warn'): Finding =>
      finding({ code: 'superseded', severity, subject: `${path}@v1.0.0`, nodes: [node] });
    const [group] = makeGroups(
      [superseded('a.b/c', 1), superseded('a.b/other', 2, 'info')],
      [conflict('a.b/c', 'v0-jump', 2), conflict('a.b/other', 'superseded', 2)],
      [],
    );
    expect(group).toMatchObject({ id: 'jump', nodes: [1] });
  });

  it('makes no group of nothing', () => {
    expect(makeGroups([], [], [])).toEqual([]);
  });
});

describe('receiptParts', () => {
  const receipt: Receipt = {
    versions: 1245,
    scoped: 416,
    matched: 45,
    boxes: 36,
    requirements: { all: 293, drawn: 51, implied: 225, inside: 17, undrawn: 0 },
    grouped: 'none',
  };

  it('links every step', () => {
    expect(receiptParts(receipt).boxes).toEqual([
      { text: '1,245 versions', step: 'versions' },
      { text: '416 selected', step: 'scoped' },
      { text: '45 match', step: 'matched' },
      { text: '36 boxes', step: 'boxes' },
    ]);
  });

  it('links what is hidden, and loses no word', () => {
    const parts = receiptParts(receipt).requirements;
    expect(parts.filter((part) => part.step !== undefined).map((part) => [part.step, part.text])).toEqual([
      ['implied', '225 implied'],
      ['inside', '17 inside'],
    ]);
    expect(parts.map((part) => part.text).join('')).toBe(
      '51 of 293 requirements shown; hidden: 225 implied, 17 inside collapsed boxes',
    );
  });

  it('links nothing that is not there, and drops flags that the page has switches for', () => {
    const grouped = receiptParts({
      ...receipt,
      matched: 416,
      grouped: 'owner',
      requirements: { all: 90, drawn: 10, implied: 0, inside: 0, undrawn: 80 },
    });
    expect(grouped.boxes.map((part) => part.step)).toEqual(['versions', 'scoped', 'boxes']);
    expect(grouped.requirements).toEqual([
      { text: '10 of 90 requirements shown; hidden: ' },
      { text: '80 between', step: 'undrawn' },
      { text: ' groups' },
    ]);
  });
});

it('does not count as drawn what waits for a selection', () => {
  const requirements = { all: 3435, drawn: 1623, implied: 395, inside: 501, undrawn: 916 };
  const receipt: Receipt = { versions: 1847, scoped: 840, matched: 840, boxes: 113, requirements, grouped: 'owner' };
  const sentence = (waiting: number, chosen = false): string =>
    receiptParts(receipt, waiting, chosen)
      .requirements.map((part) => part.text)
      .join('');
  expect(sentence(0)).toMatch(/^1,623 of 3,435 requirements shown; hidden: 395 implied/);
  expect(sentence(1623)).toMatch(
    /^0 of 3,435 requirements shown, 1,623 more when you select a group; hidden: 395 implied/,
  );
  // Nobody is told to select a group while one is.
  expect(sentence(1600, true)).toMatch(/^23 of 3,435 requirements shown, 1,600 more between other groups; hidden/);
});

describe('runWords', () => {
  const run = { source: 'sample kubectl', readAt: 0, took: 0, crossCheck: 'none' } as const;

  it('names a sample where no go ran', () => {
    expect(runWords(run, small)).toBe('sample kubectl');
  });

  it('names go, the platform and the workspace', () => {
    const work = modelOf('m a.b/c@v1.0.0', { work: { use: ['.'], replace: [] } });
    expect(runWords({ ...run, go: '1.26.8', goos: 'linux', goarch: 'arm64', gowork: '../go.work' }, work)).toBe(
      'go1.26.8 · linux/arm64 · ../go.work',
    );
    expect(runWords({ ...run, go: '1.26.8' }, small)).toBe('go1.26.8 · no workspace');
  });
});

describe('phaseWords', () => {
  it('names phases with count and time', () => {
    expect(phaseWords({ name: 'go.mod', state: 'running', took: 3 })).toBe('Reading go.mod');
    expect(phaseWords({ name: 'go mod graph', state: 'done', count: 1245, took: 2100 })).toBe(
      'go mod graph: 1,245 versions, 2.1 s',
    );
    expect(phaseWords({ name: 'go list -m', state: 'running', count: 210, total: 416, took: 0 })).toBe(
      'go list -m: 210 of 416',
    );
    expect(phaseWords({ name: 'go list -m', state: 'failed', took: 1000 })).toBe('go list -m: failed, 1.0 s');
  });
});

it('what go refuses is told by its finding, and not beside the picture as well', () => {
  const of = (code: string) => ({ code, subject: 'vendor', text: 'go: inconsistent vendoring in .' });
  expect(toldProblems([of('vendor-out-of-step'), of('load-error'), of('selection-differs')])).toEqual([
    of('load-error'),
    of('selection-differs'),
  ]);
  expect(toldProblems([of('version-missing'), of('requirements-unknown')])).toEqual([]);
  expect(toldProblems([of('load-error'), of('requirements-unknown')])).toHaveLength(2);
});

describe('problemWords', () => {
  const failed = (i: number) => ({ code: 'load-error', subject: `a.b/${i}@v1.0.0`, text: 'not found\nmore' });

  it('says the one problem in its own words', () => {
    expect(problemWords([failed(1)])).toBe('a.b/1@v1.0.0: not found');
  });

  it('counts several, and what is shown', () => {
    expect(problemWords([failed(1), failed(2)], { modules: 402, of: 416 })).toBe(
      'Shown: 402 of 416 modules. 2 modules could not be loaded.',
    );
    expect(
      problemWords([
        failed(1),
        { code: 'selection-differs', subject: 'a', text: '' },
        { code: 'other', subject: 'b', text: '' },
      ]),
    ).toBe('1 module could not be loaded, 1 version differs from go list -m, 1 other problem.');
  });
});

describe('hintParts', () => {
  const fault = (hint?: string) =>
    hintParts({ code: 'go-failed', message: '', ...(hint === undefined ? {} : { hint }) });

  it('takes commands out of backquotes', () => {
    expect(fault('Run `go mod tidy` in `sub`, then retry.')).toEqual({
      words: 'Run go mod tidy in sub, then retry.',
      commands: ['go mod tidy'],
    });
  });

  it('takes a hint that is a command as one', () => {
    expect(fault('go work use ./a')).toEqual({ words: '', commands: ['go work use ./a'] });
    expect(fault('GOTOOLCHAIN=auto modscope .')).toEqual({ words: '', commands: ['GOTOOLCHAIN=auto modscope .'] });
  });

  it('takes words that begin like one as words', () => {
    expect(fault('go.dev/ref/mod says how; `go mod edit -fmt` checks.')).toEqual({
      words: 'go.dev/ref/mod says how; go mod edit -fmt checks.',
      commands: ['go mod edit -fmt'],
    });
  });

  it('knows what to do without a module or without go', () => {
    expect(fault()).toEqual({ words: '', commands: [] });
    expect(hintParts({ code: 'no-module', message: '' }).commands).toContain('modscope DIR');
    expect(hintParts({ code: 'go-missing', message: '' }).commands).toHaveLength(2);
  });
});

describe('numbers', () => {
  it('counts', () => {
    expect(counted(1, 'box', 'boxes')).toBe('1 box');
    expect(counted(1245, 'module')).toBe('1,245 modules');
  });

  it('says how long', () => {
    expect([400, 9949, 12_345, 98_000, 187_000, 7_200_000, 432_000_000, -5].map(duration)).toEqual([
      '0.4 s',
      '9.9 s',
      '12 s',
      '98 s',
      '3 min',
      '2 h',
      '5 days',
      '0.0 s',
    ]);
  });
});
