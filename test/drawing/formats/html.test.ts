/** A DOM reads back the data of the one HTML file, whatever the names in it. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../drawing/face/printable.ts';
import { recordInText } from '../../../drawing/formats/find-record.ts';
import { htmlIds } from '../../../drawing/formats/html-ids.ts';
import { toHtml } from '../../../drawing/formats/html.ts';
import { recordText } from '../../../drawing/formats/record.ts';
import { readSnapshot } from '../../../graph/snapshot/read.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { hostileModel, recordedModel } from '../models.ts';
import { hostileText } from './scenes.ts';

/** The last element of a template is not the only one of its name. */
const template =
  '<!doctype html><html><head><title>modscope</title><script type="module">"</body>"</script></head><body><p></p></body></html>';
const start = { view: defaultView, direction: 'auto', theme: 'auto' } as const;

function documentOf(text: string): Document {
  return new JSDOM(text, { contentType: 'text/html' }).window.document;
}

function dataIn(page: Document, id: string): string {
  const holder = page.getElementById(id)!;
  expect(holder.localName).toBe('script');
  expect(holder.getAttribute('type')).toBe('application/json');
  return holder.textContent;
}

describe('toHtml', () => {
  it.each([
    ['kubectl', recordedModel('kubectl').snapshot],
    // A name with a NUL would be refused.
    ['hostile names', readSnapshot(JSON.stringify(hostileModel().snapshot).replaceAll('\\u0000', ''))],
  ])('gives back the snapshot: %s', (_, snapshot) => {
    const page = documentOf(toHtml(template, snapshot, { title: 'x', start }));
    expect(readSnapshot(dataIn(page, htmlIds.snapshot))).toEqual(snapshot);
    expect(page.querySelectorAll('script')).toHaveLength(3);
    expect(page.getElementById(htmlIds.record)).toBeNull();
  });

  it('keeps titles, queries and records as they are, and none of them becomes an element', () => {
    const { snapshot } = recordedModel('echo');
    fc.assert(
      fc.property(hostileText, (words) => {
        const record = recordText({ modscope: words, snapshot: words, options: { query: words } });
        const view = { ...defaultView, query: words };
        const text = toHtml(template, snapshot, { title: words, start: { ...start, view }, record });
        const page = documentOf(text);
        // The parser takes white space off both ends of a title, and makes one blank of many.
        expect(page.title).toBe(
          printable(words)
            .replace(/[\t\n\f\r ]+/g, ' ')
            .replace(/^ | $/g, ''),
        );
        expect(JSON.parse(dataIn(page, htmlIds.start))).toEqual({ ...start, view });
        expect(dataIn(page, htmlIds.record)).toBe(record);
        expect(recordInText(text, 'html')).toBe(record);
        expect([...page.querySelectorAll('*')].map((element) => element.localName)).toEqual([
          'html',
          'head',
          'title',
          'script',
          'body',
          'p',
          'script',
          'script',
          'script',
        ]);
      }),
    );
  });
});
