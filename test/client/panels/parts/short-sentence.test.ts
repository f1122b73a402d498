// @vitest-environment node
/** Sentences with short versions. */
import { expect, it } from 'vitest';
import { shortSentence } from '../../../../client/panels/parts/short-sentence.ts';

it.each([
  ['x@v0.0.0-20190603091049-60506f45cf65 requires y', 'x@~2019-06-03 requires y'],
  ['v0.5.1-0.20220715151400-c0bba94af5f8, v1.2.3 and more', '~2022-07-15, v1.2.3 and more'],
  ['v2.0.0-20180101120000-abcdefabcdef+incompatible.', '~2018-01-01+inc.'],
  ['v1.4.0-rc.1.0.20200101000000-0123456789ab', '~2020-01-01'],
  ['v1.4.0-rc.1 won over v1.3.9', 'v1.4.0-rc.1 won over v1.3.9'],
])('%s', (text, short) => {
  expect(shortSentence(text)).toBe(short);
});
