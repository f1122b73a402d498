/** An SVG of ours as PNG, by resvg. */
import pkg from '../../package.json' with { type: 'json' };
import { Fault } from '../../graph/fault.ts';
import { ownFamilies } from '../../drawing/formats/svg/fonts.ts';
import { fontFiles } from './fonts.ts';
import { checkSvg, mostPixels, mostSide, smaller } from './limits.ts';
import { sealedPng } from './seal.ts';

export interface PngOptions {
  /** Pixels for each pixel of the SVG. */
  readonly scale: number;
  /** Kept in a tEXt chunk; printable ASCII. */
  readonly record?: string;
}

/**
 * PNG bytes, drawn off the main thread; the same for the same SVG. Throws a Fault 'too-large' for a picture past the limits,
 * and rejects with the signal's reason when it fires before the drawing begins.
 */
export async function toPng(svg: string, options: PngOptions, signal: AbortSignal): Promise<Buffer> {
  checkSvg(svg);
  signal.throwIfAborted();
  const { width, height } = pixels(svg, options.scale);
  if (width * height > mostPixels || Math.max(width, height) > mostSide) {
    throw new Fault('too-large', `A PNG of ${width} × ${height} pixels is too large.`, {
      hint: options.scale > 1 ? `A lower --scale helps. ${smaller}` : smaller,
    });
  }
  const { renderAsync } = await resvg();
  const files = fontFiles();
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: options.scale },
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(files),
      defaultFontFamily: ownFamilies.mono,
      monospaceFamily: ownFamilies.mono,
      sansSerifFamily: ownFamilies.sans,
    },
    logLevel: 'off',
  });
  const png = image.asPng();
  return options.record === undefined ? png : sealedPng(png, options.record);
}

const library = '@resvg/resvg-js';

/** The native part is one package for each platform: where it is missing, everything else still works. */
async function resvg(): Promise<typeof import('@resvg/resvg-js')> {
  try {
    return await import('@resvg/resvg-js');
  } catch (cause) {
    throw new Fault(
      'usage',
      `PNG needs ${library}, which is not installed for ${process.platform} on ${process.arch}.`,
      {
        cause,
        hint: `\`npm install ${library}@${pkg.optionalDependencies[library]}\` where modscope is installed brings it (with -g where modscope was installed so). SVG and PDF need nothing.`,
      },
    );
  }
}

/** Size of the picture, from the SVG's own first line. */
function pixels(svg: string, scale: number): { width: number; height: number } {
  const [, width = '0', height = '0'] = /^<svg [^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Math.ceil(Number(width) * scale), height: Math.ceil(Number(height) * scale) };
}
