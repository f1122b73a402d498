/** Finds in a file what record.ts wrote into it. */
import { json } from '../../graph/json-text.ts';
import type { PictureFormat } from './names.ts';

/** How the record stands in each text format that keeps it; it holds none of the characters that end it. */
const places: Readonly<Partial<Record<PictureFormat, RegExp>>> = {
  html: /<script type="application\/json" id="modscope-record">([^<]*)<\/script>/d,
  svg: /<metadata>([^<]*)<\/metadata>/d,
  dot: /^\/\/ modscope (.*)$/dm,
  mermaid: /^%% modscope (.*)$/dm,
  graphml: /<!-- modscope ([^<>]*) -->/d,
};

/** The record's JSON; undefined where there is none. Lines may have been given CRLF on the way. */
export function recordInText(file: string, format: PictureFormat): string | undefined {
  if (isJson(format)) return recordInJson(file);
  const text = file.replaceAll('\r\n', '\n');
  const place = recordPlace(text, format);
  // In SVG the record's quotes are entities; nothing else in it is.
  return place === undefined ? undefined : text.slice(...place).replaceAll('&quot;', '"');
}

/**
 * Where the record begins and ends in a text whose lines end in LF. JSON is the record's as a whole: no text of a stranger's
 * in it can look like a key.
 */
export function recordPlace(text: string, format: PictureFormat): readonly [number, number] | undefined {
  if (isJson(format)) return [0, text.length];
  return places[format]?.exec(text)?.indices?.[1];
}

function isJson(format: PictureFormat): boolean {
  return format === 'json' || format === 'cytoscape';
}

function recordInJson(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const data = property(value, 'modscope') ?? property(property(value, 'data'), 'modscope');
  return data === undefined ? undefined : json(data);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
