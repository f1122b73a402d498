/** Finds in a file what record.ts wrote into it. */
import type { PictureFormat } from './names.ts';

/** How the record stands in each text format that keeps it; it holds none of the characters that end it. */
const places: Readonly<Partial<Record<PictureFormat, RegExp>>> = {
  html: /<script type="application\/json" id="modscope-record">([^<]*)<\/script>/,
  svg: /<metadata>([^<]*)<\/metadata>/,
  dot: /^\/\/ modscope (.*)$/m,
  mermaid: /^%% modscope (.*)$/m,
  graphml: /<!-- modscope ([^<>]*) -->/,
};

/** The record's JSON; undefined where there is none. Lines may have been given CRLF on the way. */
export function recordInText(text: string, format: PictureFormat): string | undefined {
  if (format === 'json' || format === 'cytoscape') return recordInJson(text);
  const place = places[format];
  const found = place?.exec(text.replaceAll('\r\n', '\n'))?.[1];
  // In SVG the record's quotes are entities; nothing else in it is.
  return found?.replaceAll('&quot;', '"');
}

function recordInJson(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const data = property(value, 'modscope') ?? property(property(value, 'data'), 'modscope');
  return data === undefined ? undefined : JSON.stringify(data);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
