/** For which platform packages were listed, in a few words. */
import { printable } from '../../../drawing/face/printable.ts';
import type { Platform } from '../../../graph/snapshot/types.ts';
import { importText } from '../../words/panel.ts';

/** `linux/amd64`, `linux/amd64, tags a, b`, `linux/amd64, without cgo`; '' where nothing is known. */
export function platformWords(platform: Platform | undefined): string {
  if (platform === undefined) return '';
  const { goos, goarch, tags, cgo } = platform;
  const words = [
    `${goos}/${goarch}`,
    ...(tags.length === 0 ? [] : [importText.tags(tags)]),
    ...(cgo ? [] : [importText.noCgo]),
  ];
  return printable(words.join(', '));
}
