import { describe, expect, it } from 'vitest';
import { encodingOfBytes, encodingOfText } from '../../parsers/encoding.ts';

const le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('encodings', () => {
  it.each([
    ['plain', Buffer.from('module x\n'), undefined],
    ['empty', Buffer.alloc(0), undefined],
    ['one byte', Buffer.from('x'), undefined],
    ['umlauts', Buffer.from('// ä\n'), undefined],
    ['a mark', Buffer.from('\ufeffmodule x\n'), 'utf-8-bom'],
    ['PowerShell', le('\ufeffmodule x\n'), 'utf-16le'],
    ['big-endian', be('\ufeffmodule x\n'), 'utf-16be'],
    ['without a mark', le('module x\n'), 'utf-16le'],
    ['big-endian without a mark', be('module x\n'), 'utf-16be'],
  ] as const)('%s', (_, bytes, encoding) => {
    expect(encodingOfBytes(bytes)).toBe(encoding);
    // The same is seen once it was read as UTF-8.
    expect(encodingOfText(bytes.toString('utf8'))).toBe(encoding);
  });

  it('NUL in what begins like text', () => {
    expect(encodingOfText('module x\n\0')).toBe('nul');
  });
});
