import { expect, it } from 'vitest';
import { parseModWhy } from '../../parsers/mod-why.ts';

it('reads a chain for each module that is needed', () => {
  const text = [
    '# example.com/a',
    'example.com/m',
    'example.com/m.test',
    'example.com/a/b',
    '',
    '# example.com/c',
    '(main module does not need module example.com/c)',
    '',
    '# example.com/tool',
    'example.com/tool',
    '',
  ].join('\n');
  expect([...parseModWhy(text)]).toEqual([
    ['example.com/a', ['example.com/m', 'example.com/m.test', 'example.com/a/b']],
    ['example.com/tool', ['example.com/tool']],
  ]);
  expect([...parseModWhy(text.replaceAll('\n', '\r\n'))]).toHaveLength(2);
});

it('knows chains from words by brackets and signs at the beginning of a line', () => {
  expect([...parseModWhy('lost\n# a\n  a/# b  \nx (y)\n# b\np\n(q)\n# \nz\n')]).toEqual([['a', ['a/# b', 'x (y)']]]);
});

it('knows nothing from nothing', () => {
  expect(parseModWhy('').size).toBe(0);
  expect(parseModWhy('# example.com/a\n').size).toBe(0);
});
