import { describe, expect, it } from 'vitest';
import { completeQuery } from '../../../graph/query/complete.ts';
import { functionWords, otherWords, stateWords } from '../../../graph/query/words.ts';

/** `|` stands for the cursor. */
function complete(text: string): { from: number; whole: boolean; options: string[] } {
  const cursor = text.indexOf('|');
  const { from, whole, options } = completeQuery(text.replace('|', ''), cursor);
  return { from, whole, options: options.map((one) => one.text) };
}

describe('completeQuery', () => {
  it('offers every state after is:', () => {
    expect(complete('is:|').options).toEqual(stateWords.map(({ word }) => `is:${word}`));
  });

  it.each([
    ['d|', ['dominated(', 'depth:<=2']],
    ['l|', ['limit:200']],
    ['m|', ['major:split']],
    ['n|', ['near(']],
    ['yaml|', []],
    ['xis:d|', []],
  ])('%s: %o', (text, options) => {
    expect(complete(text).options).toEqual(options);
  });

  it('looks at the word before the cursor only', () => {
    expect(complete('yaml fr| json')).toEqual({ from: 5, whole: false, options: ['from('] });
    expect(complete('yaml |fr')).toEqual({ from: 5, whole: false, options: [] });
    expect(complete('|fr')).toEqual({ from: 0, whole: false, options: [] });
  });

  it.each([' ', '(', ')', '&', ',', 'a|b (', '\n'])('begins a word after %j', (before) => {
    expect(completeQuery(`${before}fr`, before.length + 2)).toMatchObject({ from: before.length, options: [{}] });
  });

  it('begins a word after |', () => {
    expect(completeQuery('a|fr', 4)).toMatchObject({ from: 2, options: [{ text: 'from(' }] });
  });

  it('leaves the sign of not where it stands', () => {
    expect(complete('a -fr|')).toEqual({ from: 3, whole: false, options: ['from('] });
    expect(complete('-|')).toEqual({ from: 1, whole: false, options: [] });
    expect(complete('a-fr|')).toEqual({ from: 0, whole: false, options: [] });
  });

  it('knows a word that is one as it stands, though others begin with it', () => {
    expect(complete('is:replaced|')).toEqual({ from: 0, whole: true, options: [] });
    expect(complete('FROM(|')).toEqual({ from: 5, whole: false, options: [] });
    expect(complete('Major:Split|')).toEqual({ from: 0, whole: true, options: [] });
    expect(complete('is:v|').whole).toBe(false);
    expect(complete('|').whole).toBe(false);
  });

  it('says what each means', () => {
    const means = (word: string): string | undefined => completeQuery(word, word.length).options[0]?.means;
    expect(means('near')).toBe(functionWords.find(({ name }) => name === 'near')!.means);
    expect(means('limit')).toBe(otherWords.find(({ form }) => form === 'limit:200')!.means);
    expect(means('is:kep')).toBe(stateWords.find(({ word }) => word === 'kept')!.means);
  });
});
