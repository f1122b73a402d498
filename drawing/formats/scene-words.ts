/** What a scene's boxes and the picture itself say, as plain words: for formats that set text themselves. */
import { printable } from '../face/printable.ts';
import { receiptWords } from '../scene/receipt.ts';
import type { Scene, SceneBox } from '../scene/types.ts';

/** First line: the name, with a count where the box has one. Second: prefix and version. */
export function boxLabel(box: SceneBox): string {
  const lines = new Map<number, string[]>();
  for (const { text, y } of box.texts) lines.set(Math.round(y / 8), [...(lines.get(Math.round(y / 8)) ?? []), text]);
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, words]) => words.join(' '))
    .join('\n');
}

/** The title asked for, or the main module's path. */
export function titleOf(scene: Scene, title: string | undefined): string {
  return printable(title ?? scene.subject.prefix + scene.subject.name);
}

/** `304 versions → 57 boxes. 82 of 539 requirements drawn; 435 implied hidden.` */
export function receiptLine(scene: Scene): string {
  const { steps, requirements } = receiptWords(scene.receipt);
  return `${steps.join(' → ')}. ${requirements}.`;
}

/** What stands in a line's place for a person who reads the file. */
export function requirementCount(count: number): string {
  return count === 1 ? '1 requirement' : `${count} requirements`;
}
