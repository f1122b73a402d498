/** Texts that are not the UTF-8 that go writes and reads: what they are, and the way to make them so. */

/** How a text is written, where it is not plain UTF-8. `nul`: no text at all. */
export type Encoding = 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'nul';

const names: Readonly<Record<Encoding, string>> = {
  'utf-8-bom': 'UTF-8 with a byte order mark',
  'utf-16le': 'UTF-16, little-endian',
  'utf-16be': 'UTF-16, big-endian',
  nul: 'no text: it holds NUL characters',
};

/**
 * By its first bytes: byte order marks, and text in which every other byte is zero, which is UTF-16 without one. undefined for
 * what begins like UTF-8.
 */
export function encodingOfBytes(bytes: Uint8Array): Exclude<Encoding, 'nul'> | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8-bom';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  return a === 0 && b !== 0 && c === 0 && d !== 0 ? 'utf-16be' : undefined;
}

/** The same of a text that was read as UTF-8: a byte order mark is U+FEFF, those of UTF-16 have become U+FFFD. */
export function encodingOfText(text: string): Encoding | undefined {
  if (text.startsWith('\ufeff')) return 'utf-8-bom';
  const start = text.replace(/^\ufffd\ufffd/, '');
  if (/^[^\0]\0[^\0]\0/.test(start)) return 'utf-16le';
  if (/^\0[^\0]\0[^\0]/.test(start)) return 'utf-16be';
  return text.includes('\0') ? 'nul' : undefined;
}

/** What it is, and what makes it UTF-8: commands for sh, words for PowerShell, whose `>` writes UTF-16 (before version 6). */
export function encodingWords(file: string, encoding: Encoding): { readonly what: string; readonly hint: string } {
  const what =
    encoding === 'nul' ? `${file} is ${names.nul}` : `${file} is ${names[encoding]}, and go reads plain UTF-8`;
  switch (encoding) {
    case 'nul':
      return {
        what,
        hint: 'Write it anew, or take back what was committed last.',
      };
    case 'utf-8-bom':
      return { what, hint: `Save it as UTF-8 without the mark: \`tail -c +4 ${file} > new && mv new ${file}\`.` };
    default:
      return {
        what,
        hint: `Save it as UTF-8: \`iconv -f ${encoding} -t utf-8 ${file} | sed '1s/^\\xEF\\xBB\\xBF//' > new && mv new ${file}\`. PowerShell writes UTF-16 with \`>\`: use \`Out-File -Encoding utf8NoBOM\`, or \`cmd /c "… > FILE"\`.`,
      };
  }
}
