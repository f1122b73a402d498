import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../graph/query/lexer.ts';

const read = (query: string): string[] => tokensOf(query).map(({ kind, text, column }) => `${kind} ${text} ${column}`);

describe('tokensOf', () => {
  it('cuts at blanks and signs, each with its column', () => {
    expect(read(' a(b|c)&d,e \t\n-f')).toEqual([
      'word a 1',
      '( ( 2',
      'word b 3',
      '| | 4',
      'word c 5',
      ') ) 6',
      '& & 7',
      'word d 8',
      ', , 9',
      'word e 10',
      '- - 14',
      'word f 15',
      'end  16',
    ]);
  });

  it('takes a minus for not only where a word begins', () => {
    expect(read('go-cmp -json-iterator')).toEqual(['word go-cmp 0', '- - 7', 'word json-iterator 8', 'end  21']);
    expect(read('--a')).toEqual(['- - 0', '- - 1', 'word a 2', 'end  3']);
  });

  it('has the end alone for nothing', () => {
    expect(read('')).toEqual(['end  0']);
    expect(read('  ')).toEqual(['end  2']);
  });

  it('reads up to 10,000 characters, and says where the rest begins', () => {
    expect(tokensOf('a'.repeat(10_000))).toHaveLength(2);
    expect(() => tokensOf('a'.repeat(10_001))).toThrow('A query has at most 10,000 characters (column 10001)');
  });

  it('reads up to 500 words; signs are none', () => {
    expect(tokensOf('a '.repeat(500))).toHaveLength(501);
    expect(tokensOf(`${'-'.repeat(600)}a`)).toHaveLength(602);
    expect(() => tokensOf('a '.repeat(501))).toThrow('A query has at most 500 words (column 1001)');
  });
});
