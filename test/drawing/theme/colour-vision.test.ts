/** Marks are told apart by whoever lacks one kind of cone: by their colours, beside the shape that each has. */
import { describe, expect, it } from 'vitest';
import { palettes, type Token } from '../../../drawing/theme/tokens.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Linear RGB as it is seen, of severity 1 (Machado, Oliveira and Fernandes 2009, table 1). */
const seen: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** sRGB, linear, to XYZ over the white of D65 (IEC 61966-2-1). */
const toXyz: Matrix = [
  [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
  [0.2126, 0.7152, 0.0722],
  [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
];

const times = (matrix: Matrix, [a, b, c]: Triple): Triple => {
  const row = ([x, y, z]: Triple): number => x * a + y * b + z * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
};

function linear(colour: string): Triple {
  const part = (at: number): number => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** CIE L*a*b* of what is seen of a colour. */
function lab(colour: string, vision: Matrix): Triple {
  const [r, g, b] = times(vision, linear(colour));
  const within = (value: number): number => Math.min(1, Math.max(0, value));
  const bent = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 / 116) * value + 16 / 116;
  const [x, y, z] = times(toXyz, [within(r), within(g), within(b)]);
  return [116 * bent(y) - 16, 500 * (bent(x) - bent(y)), 200 * (bent(y) - bent(z))];
}

const marks: readonly Token[] = ['info', 'warn', 'high', 'cycle', 'replaced', 'accent'];
const pairs = marks.flatMap((one, place) => marks.slice(place + 1).map((other) => [one, other] as const));

describe.each(['light', 'dark'] as const)('theme %s', (name) => {
  describe.each(Object.entries(seen))('%s', (_, vision) => {
    it.each(pairs)('%s is not %s', (one, other) => {
      const [a, b] = [lab(palettes[name][one], vision), lab(palettes[name][other], vision)];
      // 2.3 is the least difference that is seen at all (CIE76).
      expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThanOrEqual(5);
    });
  });
});
