import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../../drawing/formats/svg.ts';
import { palettes } from '../../../drawing/theme/tokens.ts';
import { drawer, hostileModel, hostileNames, recordedModel, viewOf } from '../models.ts';

const drawView = drawer();

/** The parsed file. Throws where it is not well-formed XML. */
function parse(svg: string): Document {
  return new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;
}

it('would notice a file that is not well-formed', () => {
  expect(() => parse('<svg xmlns="http://www.w3.org/2000/svg"><text>a & b</svg>')).toThrow();
});

const texts = (document: Document): string[] => [...document.querySelectorAll('text')].map((text) => text.textContent);

describe('toSvg', () => {
  it.each(['echo', 'kubectl', 'traefik'])('writes %s as XML, text as text, the same bytes each time', async (name) => {
    const scene = await drawView(viewOf(recordedModel(name)));
    const svg = toSvg(scene, { theme: 'light' });
    const document = parse(svg);
    for (const text of scene.boxes.flatMap((box) => box.texts)) expect(texts(document)).toContain(text.text);
    expect(toSvg(await drawView(viewOf(recordedModel(name))), { theme: 'light' })).toBe(svg);
    expect(svg.endsWith('</svg>\n')).toBe(true);
    const numbers = [...svg.matchAll(/ (?:d|x|y|width|height|transform|viewBox|rx|font-size)="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(numbers.filter((text) => /\d\.\d{3}/.test(text ?? ''))).toEqual([]);
    expect(numbers.length).toBeGreaterThan(50);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('says title, sentence, legend, receipt and who made it', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const all = texts(parse(toSvg(scene, { theme: 'dark', caption: 'go1.26.8 · linux/amd64' })));
    expect(all).toContain('github.com/labstack/echo/v4');
    expect(all).toContain('20 modules in the build: 7 required directly, 13 indirectly.');
    expect(all).toEqual(
      expect.arrayContaining(['// indirect', 'or not in go.mod', 'cycle', 'closes a cycle', 'requirement']),
    );
    expect(all.some((text) => text.startsWith('27 versions → 21 selected → 21 boxes.'))).toBe(true);
    expect(all).toContain('modscope · go1.26.8 · linux/amd64');
    const own = texts(parse(toSvg(scene, { theme: 'dark', title: 'Echo & friends', subtitle: '' })));
    expect(own).toContain('Echo & friends');
    expect(own).not.toContain('github.com/labstack/echo/v4');
  });

  it('holds the colours of one theme, or both: dark ones where the reader prefers them, and no variable', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const [light, dark, auto] = (['light', 'dark', 'auto'] as const).map((theme) => toSvg(scene, { theme }));
    expect(light).toContain(palettes.light.cycle);
    expect(light).not.toContain(palettes.dark.cycle);
    expect(light).not.toContain('var(');
    expect(dark).toContain(palettes.dark.cycle);
    expect(auto).not.toContain('var(');
    const [plain = '', preferred = ''] = auto!.split('@media (prefers-color-scheme:dark){\n');
    expect(plain).toContain(palettes.light.cycle);
    expect(plain).not.toContain(palettes.dark.cycle);
    expect(preferred.slice(0, preferred.indexOf('\n}'))).toContain(palettes.dark.cycle);
    expect(preferred.slice(preferred.indexOf('\n}'))).not.toContain(palettes.dark.cycle);
  });

  it('says the colours of each element as attributes, too', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const document = parse(toSvg(scene, { theme: 'auto' }));
    const elements = [...document.querySelectorAll('[class]')];
    expect(elements.length).toBeGreaterThan(100);
    for (const element of elements) {
      for (const name of element.classList) {
        const token = Object.entries(palettes.light).find(([one]) => name === `f-${one}` || name === `s-${one}`);
        if (token !== undefined) expect(element.getAttribute(name.startsWith('f') ? 'fill' : 'stroke')).toBe(token[1]);
        if (name === 'no') expect(element.getAttribute('fill')).toBe('none');
      }
    }
  });

  it('is no way in for what strangers write', async () => {
    const model = hostileModel();
    const scene = await drawView(viewOf(model));
    const svg = toSvg(scene, {
      theme: 'auto',
      title: '<script>alert(1)</script>',
      caption: '"><script>',
      record: ']]><script>',
    });
    const document = parse(svg);
    for (const element of document.querySelectorAll('*')) {
      expect(['script', 'foreignObject', 'image', 'iframe', 'use', 'animate', 'set']).not.toContain(element.localName);
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/i);
        if (name === 'href') expect(value).toMatch(/^https:\/\/pkg\.go\.dev\/[\w./~@+-]+$/);
      }
    }
    const titles = [...document.querySelectorAll('g > title')].map((title) => title.textContent).join('\n');
    expect(titles).toContain(hostileNames[0]);
    expect(titles).not.toContain('\u202E');
  });

  it('links versions to pkg.go.dev, unless told not to', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const links = [...parse(toSvg(scene, { theme: 'light' })).querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toContain('https://pkg.go.dev/golang.org/x/sys@v0.19.0');
    expect(links.every((link) => link.getAttribute('rel') === 'noopener')).toBe(true);
    expect(toSvg(scene, { theme: 'light', links: false })).not.toContain('<a ');
  });

  it('keeps its record in <metadata> for --check', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const record = '{"snapshot":"sha256:…","query":"a & b"}';
    expect(parse(toSvg(scene, { theme: 'light', record })).querySelector('metadata')?.textContent).toBe(record);
  });
});
