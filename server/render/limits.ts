/** How much is rendered at the most: a picture is for people, and a server must stay able to answer. */
import { Fault } from '../../graph/fault.ts';

/** Characters of the SVG. Whole traefik, ungrouped, is 1.4 million. */
const mostSvg = 20_000_000;
/** Pixels of a PNG, width times height: 400 MB while it is drawn. */
export const mostPixels = 100_000_000;
/** Pixels of one side: what most programs can open. */
export const mostSide = 32_000;

/** Throws a Fault 'too-large' for a drawing that is too long to be rendered. */
export function checkSvg(svg: string): void {
  if (svg.length <= mostSvg) return;
  throw new Fault('too-large', 'This picture is too large to be rendered.', { hint: smaller });
}

/** What helps. */
export const smaller = 'Draw a part with --query, group with --collapse owner, or write SVG.';
