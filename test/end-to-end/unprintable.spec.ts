/** Letters of strangers that are not seen, turn others round or ring a bell, in every text and label that the page shows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { nameOf, payloadSnapshot } from '../hostile/payload-snapshot.ts';
import { fakeGo } from '../support/fake-go.ts';
import { expect, test } from './serve.ts';

/** One of each kind; a module path with it looks like another one. */
const letters = ['\u202e', '\u200b', '\u001b[31m'];
const list = letters.flatMap((letter, i) => [`a${i}${letter}b`, `example.com/${letter}x${i}`, `${letter}v1.${i}.0`]);

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-unprintable-'));
  writeFileSync(path.join(folder, 'snapshot.json'), payloadSnapshot(list));
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

/** Texts and words of attributes in which such letters stand, with where: what a person reads or hears. */
function raw(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bad = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u;
    const where = (element: Element | null): string =>
      `${element?.closest('[aria-label],[aria-labelledby],section,[class]')?.className.toString() ?? ''} ${element?.parentElement?.localName ?? ''}>${element?.localName ?? ''}`;
    const shown = (text: string): string => JSON.stringify(text).slice(0, 120);
    const found = new Set<string>();
    const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const { parentElement, data } = node as Text;
      if (parentElement?.closest('script,style') !== null) continue;
      const text =
        parentElement.closest('pre') === null ? data.replaceAll(/\s*\n\s*/g, ' ') : data.replaceAll(/[\n\t]/g, ' ');
      if (bad.test(text)) found.add(`${where(parentElement)}: ${shown(text)}`);
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['title', 'aria-label', 'aria-description', 'aria-valuetext', 'alt', 'placeholder']) {
        const text = element.getAttribute(name)?.replaceAll('\n', ' ') ?? '';
        if (bad.test(text)) found.add(`${where(element)} ${name}: ${shown(text)}`);
      }
    }
    if (bad.test(document.title)) found.add(`title ${shown(document.title)}`);
    return [...found];
  });
}

function visit(page: Page, words: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate(async (search) => {
    history.pushState(null, '', `/?${search}`);
    dispatchEvent(new PopStateEvent('popstate'));
    for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
  }, new URLSearchParams(words).toString());
}

test('a snapshot that is full of them', async ({ page, serve }) => {
  test.setTimeout(400_000);
  const { url } = await serve('--snapshot', path.join(folder, 'snapshot.json'));
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
  const all = new Set<string>();
  const look = async (): Promise<void> => {
    for (const one of await raw(page)) all.add(one);
  };
  for (const tab of ['graph', 'tree', 'table', 'weight', 'diff', 'findings', 'conflicts', 'cycles']) {
    await visit(page, { tab, scope: 'all', collapse: 'none' });
    await look();
    if (!['findings', 'conflicts', 'cycles'].includes(tab)) continue;
    const rows = page.getByRole('grid').first().getByRole('row');
    for (const n of [1, 2, 3]) {
      if ((await rows.count()) <= n) break;
      await rows.nth(n).click();
      await look();
    }
  }
  for (const i of list.keys()) {
    await visit(page, { selected: nameOf(i, list), q: 'depth:<=2', collapse: i % 2 === 0 ? 'none' : 'owner' });
    await look();
  }
  await visit(page, { q: `${list[0] ?? ''} (`, finding: list[1] ?? '' });
  await look();
  await visit(page, { q: `nothing${list[0] ?? ''}` });
  await look();
  await page.keyboard.press('/');
  for (const words of ['a', 'example', '\u202e']) {
    await page.keyboard.insertText(words);
    await page.waitForTimeout(150);
    await look();
  }
  expect([...all]).toEqual([]);
});

test('a go that fails with them', async ({ page, serve }) => {
  const project = mkdtempSync(path.join(folder, 'failing-'));
  writeFileSync(path.join(project, 'go.mod'), 'module example.com/x\n\ngo 1.21\n\nrequire example.com/y v1.0.0\n');
  writeFileSync(path.join(project, 'words'), list.map((one) => `go: ${one}: ${one}`).join('\n'));
  const go = fakeGo(project, `cat ${project}/words >&2; exit 1`, 'fake-go');
  const { url } = await serve(project, '--go', go, '--offline');
  await page.goto(url);
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  expect(await raw(page)).toEqual([]);
  writeFileSync(path.join(project, 'go.mod'), 'module example.com/x\n\nrequire (\n');
  await page.getByRole('button', { name: 'Retry' }).first().click();
  await page.waitForTimeout(500);
  expect(await raw(page)).toEqual([]);
});
