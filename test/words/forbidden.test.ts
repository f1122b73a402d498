// @vitest-environment node
/** Phrases that read as translated stay out of what the page and the command line say: docs/look.md, Words. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const speaking = ['ci', 'cli', 'client', 'drawing', 'graph', 'parsers', 'scripts', 'server'];

const forbidden: readonly RegExp[] = [
  /\bask(s|ed|ing)? for\b/i,
  /\bwho asks\b/i,
  /\bgoes round\b/i,
  /\bway round\b/i,
  /\blets? go\b/i,
  /\btold\b/i,
  /\bno way\b/i,
  /\b(every|all|one|the|a|more) ways? (to|in|from|between|over)\b/i,
  /\bways between\b/i,
  /\bof late\b/i,
  /\bpassed over\b/i,
  /\bgive up\b/i,
  /\bin a ring\b/i,
  /\bmore ways\b/i,
  /\bowners? of one\b/i,
  /\bwho (requires|holds|needs)\b/i,
];

/** Strings of a script that are words, not names: they have a space in them. */
function literals(code: string): string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
  return Array.from(
    bare.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g),
    ([, single, double, template]) => (single ?? double ?? template ?? '').replace(/\$\{[^}]*\}/g, ' '),
  ).filter((text) => text.trim().includes(' '));
}

/** What a component says: the strings of its script and its expressions, and the text and attributes of its markup. */
function wordsOf(file: string, source: string): string[] {
  if (!file.endsWith('.svelte')) return literals(source);
  const scripts: string[] = [];
  let markup = source
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<script[^>]*>([\s\S]*?)<\/script>/g, (_, code: string) => {
      scripts.push(code);
      return '';
    });
  const expressions: string[] = [];
  // From the inside out, so that an expression with an object in it is one.
  for (let before = ''; before !== markup;) {
    before = markup;
    markup = markup.replace(/\{[^{}]*\}/g, (code) => {
      expressions.push(code);
      return ' ';
    });
  }
  return [...scripts, ...expressions].flatMap(literals).concat(markup.replace(/\s+/g, ' ').split(/[<>]/));
}

function breaches(words: readonly string[]): string[] {
  return words.filter((text) => forbidden.some((phrase) => phrase.test(text)));
}

const files = speaking.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|mjs|svelte)$/.test(file))
    .map((file) => path.join(folder, file))
    .sort(),
);

describe('words', () => {
  it('finds what it forbids, in scripts, expressions and markup, and leaves comments alone', () => {
    const said = (source: string): string[] => breaches(wordsOf('x.svelte', source));
    expect(said('<p title="no way in">x</p>')).toHaveLength(1);
    expect(said("<p>{a ? 'asked for by it' : { b: 'c d' }}</p>")).toHaveLength(1);
    expect(said('<p>Whoever asks\n for it</p>')).toHaveLength(1);
    expect(said("<script>// who asks for it\nconst way = 'told';</script><!-- let go --><p>fine</p>")).toEqual([]);
    expect(breaches(wordsOf('x.ts', '/** asks for */ const a = `${b} asks for ${c}`;'))).toHaveLength(1);
  });

  it('are of one house', () => {
    expect(files.length).toBeGreaterThan(700);
    const found = files.flatMap((file) =>
      breaches(wordsOf(file, readFileSync(path.join(root, file), 'utf8'))).map(
        (text) => `${file}: ${text.trim().slice(0, 140)}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
