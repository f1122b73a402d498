/** The box of one line: a name, and where there is room a version; for pictures that two lines a box would make too small to be read. */
import type { NameLevel, SceneText } from '../scene/types.ts';
import { box, line } from '../theme/geometry.ts';
import { shownMarks } from './glyph-row.ts';
import { roundUp, twoLineFace, type TwoLineFace, type TwoLines } from './two-lines.ts';
import { cutToWidth, textWidth } from './widths.ts';

/** How many marks a box of one line shows: the heaviest. */
const mostMarks: Readonly<Record<Exclude<NameLevel, 'full'>, number>> = { versions: 2, names: 1 };

const nameRoles = {
  versions: { plain: 'line-name', hollow: 'line-name-hollow' },
  names: { plain: 'name-alone', hollow: 'name-alone-hollow' },
} as const;

/** A face at the level of its picture. */
export function faceAt(level: NameLevel, content: TwoLines): TwoLineFace {
  return level === 'full' ? twoLineFace(content) : oneLineFace(level, content);
}

/** As wide as its texts and the room beside them; 22 high. */
function oneLineFace(level: Exclude<NameLevel, 'full'>, content: TwoLines): TwoLineFace {
  const pad = line.pad[level];
  const left = pad + (content.bar ? box.bar : 0);
  const marks = shownMarks(content.marks).slice(0, mostMarks[level]);
  const marksWidth = marks.length === 0 ? 0 : line.glyphGap + marks.length * line.glyphStep;
  const failed = content.secondRole === 'fault';
  const said = failed ? content.second : level === 'versions' || content.keepsVersion === true ? content.version : '';
  const versionRole = failed ? 'line-fault' : 'line-version';
  const version = cutToWidth(said, versionRole, line.maxWidth / 2);
  const versionWidth = version === '' ? 0 : line.wordGap + textWidth(version, versionRole);
  const nameRole = nameRoles[level][content.nameRole === 'name-hollow' ? 'hollow' : 'plain'];
  const name = cutAtSign(content.shortName ?? content.name, line.maxWidth, nameRole);
  const needed = left + textWidth(name, nameRole) + versionWidth + marksWidth + pad;
  const width = roundUp(Math.max(line.minWidth, needed));
  const texts: SceneText[] = [
    {
      text: name,
      x: left,
      y: line.baseline[level],
      role: nameRole,
      ...(content.strikeName === true || (version === '' && content.strike === true) ? { strike: true as const } : {}),
      ...(content.nameColour === undefined ? {} : { colour: content.nameColour }),
    },
  ];
  if (version !== '')
    texts.push({
      text: version,
      x: width - pad - marksWidth,
      y: line.baseline[level],
      end: true,
      role: versionRole,
      ...(content.strike === true ? { strike: true as const } : {}),
      ...(content.versionColour === undefined ? {} : { colour: content.versionColour }),
    });
  const right = width - pad - line.glyphScale * 12 + 1;
  const glyphs = marks.map(({ glyph, colour }, place) => ({
    glyph,
    colour,
    x: right - place * line.glyphStep,
    y: (line.height - line.glyphScale * 12) / 2,
  }));
  return { width, height: line.height, texts, glyphs };
}

/** The name, or its beginning up to a sign that it may be broken at; inside a word only where it has no such sign. */
export function cutAtSign(name: string, room: number, role: Parameters<typeof textWidth>[1]): string {
  const cut = cutToWidth(name, role, room);
  if (cut === name) return name;
  const kept = cut.slice(0, -1);
  const at = Math.max(kept.lastIndexOf('-'), kept.lastIndexOf('/'), kept.lastIndexOf('.'));
  return at < kept.length / 2 ? cut : `${kept.slice(0, at + 1)}…`;
}
