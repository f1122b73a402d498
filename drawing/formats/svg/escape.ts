/** Text of strangers in XML. */
import { printable } from '../../face/printable.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * For element content and quoted attributes alike. What XML 1.0 cannot hold at all becomes U+FFFD; what runners of CI jobs take
 * for the beginning of a command (graph/written.ts) is written so that only a reader of XML sees it.
 */
export function xml(text: string): string {
  return printable(text)
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/(##[a-z]*)\[/gi, '$1&#91;')
    .replace(/^(\s*):(?=:)/, '$1&#58;');
}
