/** What a drawing is made with: its fonts, and the tokens that it uses, gathered while it is written: the style sheet holds those and no others. */
import type { Stroke } from '../../theme/appearance.ts';
import type { Token } from '../../theme/tokens.ts';
import { short } from '../numbers.ts';
import { settings, type Fonts, type Setting } from './fonts.ts';
import { fillClass, strokeClass } from './style.ts';

export class Ink {
  readonly fills = new Set<Token>();
  readonly strokes = new Set<Token>();
  readonly setting: Setting;

  constructor(fonts: Fonts = 'reader') {
    this.setting = settings[fonts];
  }

  /** Class of a fill. */
  fill(token: Token): string {
    this.fills.add(token);
    return fillClass(token);
  }

  /** Class of a stroke. */
  line(token: Token): string {
    this.strokes.add(token);
    return strokeClass(token);
  }

  /** Attributes of a stroke apart from its class; nothing where they are SVG's own. */
  static width(stroke: Stroke): string {
    const width = stroke.width === 1 ? '' : ` stroke-width="${short(stroke.width)}"`;
    return stroke.dash.length === 0 ? width : `${width} stroke-dasharray="${stroke.dash.map(short).join(' ')}"`;
  }
}
