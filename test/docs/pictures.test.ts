/** The pictures of docs/pictures.md are as they are drawn now: `npx vitest run test/docs -u` writes them anew. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ownPictureText } from '../../drawing/formats/own-picture.ts';
import { recordedModel, viewOf } from '../drawing/models.ts';

it.each([
  ['poster', { kind: 'poster', hub: '' }],
  ['versions', { kind: 'versions', of: '' }],
] as const)('docs/pictures/%s-prometheus.svg', async (name, picture) => {
  const svg = ownPictureText(viewOf(recordedModel('prometheus')), picture, { theme: 'auto' });
  const file = fileURLToPath(new URL(`../../docs/pictures/${name}-prometheus.svg`, import.meta.url));
  await expect(svg).toMatchFileSnapshot(file);
});
