/** The whole explorer with its data as one HTML file, which needs neither a server nor a network. */
import { json } from '../../graph/json-text.ts';
import { writeSnapshot } from '../../graph/snapshot/write.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { htmlIds } from './html-ids.ts';
import type { Asked } from './asked.ts';
import { sealed } from './seal.ts';
import { xml } from './svg/escape.ts';

export interface HtmlOptions {
  readonly title: string;
  /** Where the page begins. */
  readonly start: Pick<Asked, 'view' | 'direction' | 'theme'>;
  readonly record?: string;
}

/**
 * `template` is the built page in one file (dist/one-file.html.gz), with one `<title>` in its head. Data goes before its
 * last `</body>`. Text of strangers is JSON in elements that are not run, with every `<` written as \u003c, so that
 * nothing in it can end the element (HTML, 13.2.5.4: script data ends at `</script` alone, or is escaped by `<!--`).
 */
export function toHtml(template: string, snapshot: Snapshot, { title, start, record }: HtmlOptions): string {
  const { view, direction, theme } = start;
  const data = [
    holder(htmlIds.snapshot, writeSnapshot(snapshot)),
    holder(htmlIds.start, json({ view, direction, theme })),
    ...(record === undefined ? [] : [holder(htmlIds.record, record)]),
  ].join('');
  const end = template.lastIndexOf('</body>');
  const titled = template.slice(0, end).replace(/<title>[^<]*<\/title>/, () => `<title>${xml(title)}</title>`);
  return sealed(`${titled}${data}${template.slice(end)}`, 'html');
}

function holder(id: string, data: string): string {
  return `<script type="application/json" id="${id}">${data.replaceAll('<', '\\u003c')}</script>\n`;
}
