import { describe, expect, it } from 'vitest';
import { betweenTerm, boxTerms, nearSteps, nearTerm, onlyTerm } from '../../../client/state/terms.ts';
import { QueryFault } from '../../../graph/query/index.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { makeView } from '../../../graph/view/view.ts';
import { small, viewOf } from '../panels/models.ts';

const matched = (query: string): number => makeView(small, { ...defaultView, query }).matched.length;

describe('the queries behind the moves', () => {
  it('widens and narrows around one module', () => {
    const query = nearTerm('example.com/net', 2);
    expect(nearSteps(query, 'example.com/net')).toBe(2);
    expect(nearSteps(query, 'example.com/a')).toBe(0);
    expect(nearSteps(`${query} is:direct`, 'example.com/net')).toBe(0);
    expect(nearSteps('', 'example.com/net')).toBe(0);
    // The // indirect line of the main module is no step.
    expect(matched(nearTerm('example.com/net', 1))).toBe(3);
  });

  it('finds the ways between two, whichever is named first', () => {
    expect(matched(betweenTerm('example.com/net', 'example.com/app'))).toBe(4);
    expect(matched(betweenTerm('example.com/app', 'example.com/net'))).toBe(4);
  });

  it('names the modules of boxes: an owner by its pattern, others one by one', () => {
    const nodes = viewOf(small).matched.filter((node) => /\/(a|net)$/.test(small.snapshot.modules[node]?.path ?? ''));
    const box = { id: 'x', nodes, steps: 1 } as const;
    expect(boxTerms(small, 'selected', { ...box, kind: 'owner' })).toEqual(['example.com/...']);
    const terms = boxTerms(small, 'selected', { ...box, kind: 'leaves' });
    // example.com/app holds example.com/a, too.
    expect(terms).toEqual(['example.com/a@v1.2.0', 'example.com/net']);
    expect(matched(onlyTerm(terms))).toBe(2);
  });

  it('names modules that the language must quote nowhere', () => {
    expect(() => matched(nearTerm('example.com/a', 1))).not.toThrow(QueryFault);
  });
});
