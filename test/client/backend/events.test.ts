import { describe, expect, it } from 'vitest';
import { readEvent, readFault, type TakenEvent } from '../../../client/backend/events.ts';
import type { ServerEvent } from '../../../graph/wire.ts';

/** With every key that may be left out: one that only one side knows makes the types differ. A Map is never sent. */
type Whole<T> = T extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : T extends object
    ? {
        readonly [Key in keyof T as NonNullable<T[Key]> extends ReadonlyMap<unknown, unknown> ? never : Key]-?: Whole<
          T[Key]
        >;
      }
    : T;

it('the page takes every key and every word that the server may say, and no other', () => {
  const taken = (event: Whole<ServerEvent>): Whole<TakenEvent> => event;
  const said = (event: Whole<TakenEvent>): Whole<ServerEvent> => event;
  const event: Whole<ServerEvent> = { type: 'cancelled' };
  expect(said(taken(event))).toBe(event);
});

const run = { source: 'sample echo', readAt: 1, took: 2, crossCheck: 'same' };

describe('readEvent', () => {
  it.each([
    { type: 'loading', phases: [{ name: 'go.mod', state: 'running', took: 3 }] },
    { type: 'loading', phases: [{ name: 'read', state: 'done', took: 3, count: 4, total: 5 }] },
    { type: 'ready', etag: '"1"', run },
    {
      type: 'ready',
      etag: '"1"',
      run: { ...run, beside: { go: '1.26.8', frontier: [{ name: 'example.com/a@v1.0.0', requires: 2 }] } },
      later: [{ name: 'facts', state: 'failed', took: 3, fault: { code: 'go-failed', message: 'm' } }],
    },
    { type: 'failed', fault: { code: 'go-failed', message: 'm', hint: 'h', detail: 'd' }, etag: '"2"', run },
    {
      type: 'ready',
      etag: '"1"',
      run: {
        ...run,
        beside: {
          verdict: {
            graph: {
              state: 'refused',
              refusals: [
                { code: 'go-sum-missing', subject: 'a@v1.0.0', text: 't', by: ['m'] },
                { code: 'updates-needed', subject: 'go.mod', text: 't', wants: ['+go 1.22'] },
              ],
            },
            build: { state: 'not asked', why: 'w' },
            mode: 'vendor',
          },
        },
      },
    },
    {
      type: 'ready',
      etag: '"1"',
      run: {
        ...run,
        beside: { verdict: { graph: { state: 'accepted' }, build: { state: 'accepted' }, mode: 'readonly' } },
      },
    },
    { type: 'cancelled' },
  ])('knows %o', (event) => {
    expect(readEvent(JSON.stringify(event))).toEqual(event);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"type":"else"}',
    '{"type":"ready"}',
    '{"type":"failed","fault":{"code":"odd","message":"m"}}',
    JSON.stringify({
      type: 'ready',
      etag: '1',
      run: {
        ...run,
        beside: { verdict: { graph: { state: 'perhaps' }, build: { state: 'accepted' }, mode: 'readonly' } },
      },
    }),
  ])('passes over %s', (text) => {
    expect(readEvent(text)).toBeUndefined();
  });
});

describe('readFault', () => {
  it('knows a fault and nothing else', () => {
    expect(readFault('{"code":"defect","message":"m","more":1}')).toEqual({ code: 'defect', message: 'm' });
    expect(readFault('<html>')).toBeUndefined();
  });
});
