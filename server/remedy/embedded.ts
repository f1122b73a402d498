/** What `//go:embed` lines name: go asks whether there are regular files of these names, and reads none of them before it compiles (cmd/go/internal/load, resolveEmbed). */
import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';

/** A file that a pattern names. go embeds no link, and says so. */
export interface Named {
  /** Absolute. */
  readonly file: string;
  readonly kind: 'file' | 'link';
}

/** Files of one pattern: go asks of a folder only whether it holds one that can be embedded. */
const mostOfPattern = 1000;
/** Entries that are looked at for one pattern. */
const mostLooked = 20_000;

const meta = /[*?[\\]/;

/** The patterns of a Go file, without `all:`; empty for one that embeds nothing (go/build/read.go, parseGoEmbed). */
export function embedPatterns(text: string): string[] {
  const patterns: string[] = [];
  for (const [, words = ''] of text.matchAll(/^[ \t]*\/\/go:embed[ \t]+(.*)$/gm)) {
    for (const [word] of words.matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|[^\s"`]\S*/g))
      patterns.push(unquoted(word).replace(/^all:/, ''));
  }
  return [...new Set(patterns)];
}

function unquoted(word: string): string {
  if (word.startsWith('`')) return word.slice(1, -1);
  return word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word;
}

/** What a pattern names below the folder of a package: hidden files too, which `all:` embeds; never through a link, which go does not follow. Bounded. */
export function* namedBy(folder: string, pattern: string): Generator<Named> {
  const segments = pattern.split('/');
  if (segments.some((segment) => /^(?:|\.|\.\.)$/.test(segment))) return;
  const budget = { looked: 0, made: 0 };
  let folders = [folder];
  for (const [place, segment] of segments.entries()) {
    const isLast = place === segments.length - 1;
    const next: string[] = [];
    for (const here of folders) {
      for (const [name, entry] of matches(here, segment)) {
        const file = path.join(here, name);
        if (entry.isDirectory()) next.push(file);
        else if (isLast && (entry.isFile() || entry.isSymbolicLink())) {
          yield { file, kind: entry.isFile() ? 'file' : 'link' };
          if (++budget.made >= mostOfPattern) return;
        }
      }
    }
    folders = next;
  }
  // What is left are folders that the whole pattern names.
  for (const here of folders) {
    for (const entry of entriesOf(here)) {
      const file = path.join(here, entry.name);
      if (++budget.looked > mostLooked) return;
      if (entry.isDirectory()) folders.push(file);
      else if (entry.isFile()) {
        yield { file, kind: 'file' };
        if (++budget.made >= mostOfPattern) return;
      }
    }
  }
}

type Kind = Pick<Dirent, 'isDirectory' | 'isFile' | 'isSymbolicLink'>;

function* matches(folder: string, segment: string): Generator<readonly [string, Kind]> {
  if (!meta.test(segment)) {
    const entry = lstatSync(path.join(folder, segment), { throwIfNoEntry: false });
    if (entry !== undefined) yield [segment, entry];
    return;
  }
  const pattern = segmentPattern(segment);
  for (const entry of entriesOf(folder)) if (pattern.test(entry.name)) yield [entry.name, entry];
}

/** path.Match of one element; one that is malformed matches everything, and go says that it is. */
function segmentPattern(segment: string): RegExp {
  const source = segment.replace(
    /\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|[^]/g,
    (one, quoted: string | undefined, not: string | undefined, set: string | undefined) => {
      if (quoted !== undefined) return escaped(quoted);
      if (set !== undefined) return `[${not ?? ''}${set.replaceAll('[', '\\[')}]`;
      return one === '*' ? '.*' : one === '?' ? '.' : escaped(one);
    },
  );
  try {
    return new RegExp(`^${source}$`, 'su');
  } catch {
    return /^/;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
