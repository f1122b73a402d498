/** What is asked of a picture beyond its view: the same for every format, each takes what it can show. */
import type { ThemeName } from '../theme/tokens.ts';

export interface PictureOptions {
  /** `auto` follows the reader's own light or dark where the format can (SVG), and is light elsewhere. */
  readonly theme: ThemeName | 'auto';
  /** Instead of the main module's path. */
  readonly title?: string;
  /** What `--caption full` adds: go version, platform, workspace. */
  readonly caption?: string;
  /** Text kept in the file for `export --check`: record.ts. */
  readonly record?: string;
}
