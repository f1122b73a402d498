/** Other paths with many requested versions, small: a bar a version, old to new, the selected one marked. */
import { versionLabel } from '../face/label.ts';
import { sansWidth } from '../face/widths.ts';
import type { Mark } from '../sheet/types.ts';
import { pathPieces, prose } from '../sheet/words.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Requests } from './requests.ts';

const bars = { height: 36 } as const;
const letters = 11;

/** Pixels from the bars' top to the baseline of the words under them. */
export const smallHeight = 52;

/** In a room `width` pixels wide whose top left corner is at x, y. */
export function smallMarks(requests: Requests, x: number, y: number, width: number): Mark[] {
  const { columns, path, selected, versions } = requests;
  const step = width / Math.max(1, columns.length);
  const wide = Math.max(0.6, step - Math.min(1, step * 0.25));
  const most = Math.sqrt(Math.max(1, ...columns.map(({ requirers }) => requirers.length)));
  const bar = (place: number): readonly [number, number, number, number] => {
    const height = (bars.height * Math.sqrt(columns[place]?.requirers.length ?? 0)) / most;
    return [x + place * step, y + bars.height - height, wide, height];
  };
  const all = columns.map((_, place) => place);
  const isSelected = (place: number): boolean => selected !== '' && columns[place]?.version === selected;
  const count = `${withThousands(versions)}${selected === '' ? '' : ` → ${versionLabel(selected)}`}`;
  const countWidth = sansWidth(count, letters);
  const chosen = all.filter(isSelected).map(bar);
  return [
    { kind: 'areas', rects: all.filter((place) => !isSelected(place)).map(bar), colour: 'box-line' },
    ...(chosen.length === 0 ? [] : [{ kind: 'areas' as const, rects: chosen, colour: 'accent' as const }]),
    {
      kind: 'lines',
      paths: [
        [
          ['M', x, y + bars.height + 0.5],
          ['L', x + width, y + bars.height + 0.5],
        ],
      ],
      colour: 'rule-strong',
      width: 1,
    },
    {
      kind: 'words',
      x,
      y: y + smallHeight,
      size: letters,
      font: 'mono',
      pieces: pathPieces(path, letters, width - countWidth - 10),
    },
    prose(count, x + width, y + smallHeight, letters, 'ink-3', { end: true }),
  ];
}
