import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultView } from '../../../graph/view/defaults.ts';
import { editKinds } from '../../../graph/what-if/stages.ts';
import { keepsComparison, startPlace, type Place } from '../../../client/state/place.ts';
import { readPlace, writePlace } from '../../../client/state/url.ts';

const word = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .filter((text) => text === text.trim() && text !== '');

const anyPlaces: fc.Arbitrary<Place> = fc.record({
  options: fc.record({
    scope: fc.constantFrom('selected' as const, 'all' as const),
    query: fc.oneof(fc.constant(''), word),
    closeCycles: fc.boolean(),
    reduce: fc.boolean(),
    foldLeaves: fc.boolean(),
    collapse: fc.constantFrom('auto' as const, 'none' as const, 'owner' as const, 'host' as const),
    limit: fc.integer({ min: 0, max: 100_000 }),
    open: fc.uniqueArray(word, { maxLength: 5 }),
  }),
  direction: fc.constantFrom('auto' as const, 'down' as const, 'right' as const, 'up' as const, 'left' as const),
  allLines: fc.boolean(),
  tab: fc.constantFrom(
    'graph' as const,
    'findings' as const,
    'conflicts' as const,
    'cycles' as const,
    'diff' as const,
    'tree' as const,
    'table' as const,
    'weight' as const,
  ),
  compare: fc.option(word, { nil: undefined }),
  edits: fc.uniqueArray(
    fc.record(
      {
        kind: fc.constantFrom(...editKinds),
        value: word.filter((text) => !text.includes(',in:') && !/\s/u.test(text)),
        in: word.filter((text) => !text.includes(',in:') && !/\s/u.test(text)),
      },
      { requiredKeys: ['kind', 'value'] },
    ),
    { maxLength: 4, selector: (one) => JSON.stringify(one) },
  ),
  beyond: fc.constant(0),
  withFile: fc.constant(false),
  unchanged: fc.boolean(),
  selected: fc.option(word, { nil: undefined }),
  spot: fc.option(
    fc.record({
      box: word,
      x: fc.integer({ min: -9999, max: 9999 }),
      y: fc.integer({ min: -9999, max: 9999 }),
      zoom: fc.integer({ min: 1, max: 400 }).map((percent) => percent / 100),
    }),
    { nil: undefined },
  ),
  room: fc.option(
    fc.record({ width: fc.integer({ min: 10, max: 9999 }), height: fc.integer({ min: 10, max: 9999 }) }),
    {
      nil: undefined,
    },
  ),
  also: fc.uniqueArray(word, { maxLength: 3 }),
  row: fc.option(word, { nil: undefined }),
  sort: fc.option(word, { nil: undefined }),
  columns: fc.option(word, { nil: undefined }),
  finding: fc.option(word, { nil: undefined }),
});

/** What is compared is shown as a picture, a tree or a table; a row is explained in lists and in the weight view alone. */
const places = anyPlaces
  .map((place): Place =>
    place.compare === undefined || keepsComparison(place.tab) ? place : { ...place, tab: 'diff' },
  )
  // What is compared is a revision, or what is on show with edits.
  .map((place): Place => (place.compare === undefined ? place : { ...place, edits: [] }))
  // Nothing is selected beside nothing.
  .map((place) => ({
    ...place,
    also: place.selected === undefined ? [] : place.also.filter((id) => id !== place.selected),
  }))
  .map((place): Place =>
    /^(findings|conflicts|cycles|weight)$/.test(place.tab) ? place : { ...place, row: undefined },
  );

describe('the place in the address', () => {
  it('is empty where everyone starts', () => {
    expect(writePlace(startPlace)).toBe('');
    expect(readPlace('')).toEqual(startPlace);
  });

  it('reads well', () => {
    const options = { ...defaultView, query: 'from(google.golang.org/grpc) | to(k8s.io/...)', reduce: false };
    const search = writePlace({ ...startPlace, options, selected: 'golang.org/x/net@v0.23.0' });
    expect(search).toBe(
      '?q=from(google.golang.org/grpc)+%7C+to(k8s.io/...)&reduce=0&selected=golang.org/x/net@v0.23.0',
    );
    expect(readPlace(search).options).toEqual(options);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(readPlace(writePlace(place))).toEqual(place);
      }),
    );
  });

  it('comes back through the browser, which writes some signs otherwise', () => {
    fc.assert(
      fc.property(places, (place) => {
        const { search } = new URL(`http://127.0.0.1/${writePlace(place)}`);
        expect(readPlace(search)).toEqual(place);
      }),
    );
  });

  it('takes any text and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { options } = readPlace(text);
        expect(options.limit).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    ['?scope=everything', startPlace],
    ['?compare=v1', { ...startPlace, tab: 'diff', compare: 'v1' }],
    ['?tab=table&compare=v1', { ...startPlace, tab: 'table', compare: 'v1' }],
    ['?tab=findings&compare=v1', { ...startPlace, tab: 'diff', compare: 'v1' }],
    ['?limit=-1', startPlace],
    ['?limit=1e9', startPlace],
    ['?limit=9999999', startPlace],
    ['?direction=up%20', startPlace],
    ['?tab=__proto__', startPlace],
    ['?reduce=yes&fold=no&cycles=', startPlace],
    [`?q=${'a'.repeat(5000)}`, startPlace],
    ['?at=1,2,3', startPlace],
    ['?at=0,1,1,a&room=0x0', startPlace],
    ['?at=...,1,1,a&room=1x', startPlace],
    ['?at=1,1e9,1,a', startPlace],
    ['?unknown=1&token=x', startPlace],
  ])('%s is as by default', (search, place) => {
    expect(readPlace(search)).toEqual(place);
  });

  it('keeps as many edits as can be tried, and counts the others', () => {
    const search = (count: number): string =>
      `?${Array.from({ length: count }, (_, n) => `edit=drop:x.com/a${String(n)}`).join('&')}`;
    expect(readPlace(search(100))).toMatchObject({ beyond: 0 });
    const { edits, beyond } = readPlace(`${search(103)}&edit=nonsense&edit=drop:x.com/a0`);
    expect([edits.length, edits.at(-1)?.value, beyond]).toEqual([100, 'x.com/a99', 3]);
  });
});
