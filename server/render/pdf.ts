/** An SVG of ours as PDF: vectors, text that can be selected, links. */
import { readFileSync } from 'node:fs';
import { ownFamilies } from '../../drawing/formats/svg/fonts.ts';
import { Fault } from '../../graph/fault.ts';
import { fontFiles } from './fonts.ts';
import { checkSvg } from './limits.ts';
import { pdfKey } from './pdf-record.ts';
import { sealedPdf } from './seal.ts';

export interface PdfOptions {
  readonly title: string;
  /** Kept in the document's information; printable ASCII. */
  readonly record?: string;
}

/** PDF's unit is 1/72 inch, SVG's pixel 1/96. */
const pointsPerPixel = 0.75;
/** Side of a page in points that readers promise to show (ISO 32000-1, annex C). */
const mostPoints = 14_400;
/** fontkit reads past the end of a font and throws a RangeError: it is given some zeros to read. */
const padding = 16;
/** No clock in a file: a fixed date, the same bytes. */
const noTime = new Date(0);

/** PDF bytes of one page as large as the picture; the same for the same SVG. Throws a Fault 'too-large' past the limits. */
export async function toPdf(svg: string, options: PdfOptions, signal: AbortSignal): Promise<Buffer> {
  checkSvg(svg);
  signal.throwIfAborted();
  const [{ default: PDFDocument }, { default: drawSvg }] = await Promise.all([
    import('pdfkit'),
    import('svg-to-pdfkit'),
  ]);
  const size = pageSize(svg);
  const files = fontFiles();
  const document = new PDFDocument({
    size: [size.width, size.height],
    margin: 0,
    // None to begin with: its own are read from files that are not in the package.
    font: '',
    info: {
      Title: options.title,
      Creator: 'modscope',
      Producer: 'modscope',
      CreationDate: noTime,
      ModDate: noTime,
      ...(options.record === undefined ? {} : { [pdfKey]: options.record }),
    },
    lang: 'en',
    displayTitle: true,
    compress: true,
  });
  for (const [name, file] of Object.entries(files)) document.registerFont(name, padded(file));
  const parts: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('end', resolve);
    document.on('error', reject);
  });
  drawSvg(document, svg, 0, 0, {
    width: size.width,
    height: size.height,
    fontCallback: (family: string, bold: boolean) =>
      `${family.includes(ownFamilies.sans) ? 'sans' : 'mono'}${bold ? 'Bold' : ''}`,
    warningCallback: () => undefined,
  });
  document.end();
  await ended;
  return sealedPdf(Buffer.concat(parts));
}

/** A picture larger than a page can be is drawn smaller: vectors lose nothing. */
function pageSize(svg: string): { width: number; height: number } {
  const [, width = '', height = ''] = /^<svg [^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const size = { width: Number(width) * pointsPerPixel, height: Number(height) * pointsPerPixel };
  if (!(size.width > 0 && size.height > 0)) throw new Fault('defect', 'The picture says no size.');
  const fits = Math.min(1, mostPoints / size.width, mostPoints / size.height);
  return { width: size.width * fits, height: size.height * fits };
}

function padded(file: string): Buffer {
  return Buffer.concat([readFileSync(file), Buffer.alloc(padding)]);
}
