/** `diff --format svg` and `html`: the difference drawn, and as a page of its own. */
import { drawDiff } from '../drawing/diff-picture.ts';
import { toSvg } from '../drawing/formats/svg.ts';
import { type Written, written } from '../graph/written.ts';
import type { Comparison } from '../server/project/revision-diff.ts';
import { startElk } from '../server/layout/elk-node.ts';
import { diffHtml } from './text/diff-html.ts';
import { changeRows, wordCounts } from '../drawing/words/diff-rows.ts';

/** Text with a final newline; the same each time. Rejects with the signal's reason when cancelled. */
export async function diffPicture(done: Comparison, format: 'svg' | 'html', signal: AbortSignal): Promise<Written> {
  const { base, head, diff } = done;
  const elk = startElk();
  try {
    const sides = { base: base.snapshot, head: head.snapshot, diff };
    const scene = await drawDiff(sides, 'auto', { elk: elk.engine }, signal);
    const counts = wordCounts(changeRows(diff));
    const subtitle = `${base.name} → ${head.name}: ${counts === '' ? 'the build list has not changed' : counts}.`;
    const svg = toSvg(scene, { theme: 'auto', subtitle });
    return written(format === 'svg' ? svg : diffHtml(done, svg));
  } finally {
    await elk.close();
  }
}
