// @vitest-environment node
/** The words of the page stand in client/words/, by key, and nowhere else (docs/architecture.md, Words). */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { literals } from './literals.ts';

const client = fileURLToPath(new URL('../../client', import.meta.url));

/** What may still have words of its own, with the reason. A folder ends with a slash; what is not there yet does no harm. */
const exempt: readonly { readonly place: string; readonly reason: string }[] = [
  { place: 'words/', reason: 'the words themselves' },
];

const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.(ts|svelte)$/.test(file))
  .sort()
  .map((file) => ({ file, text: readFileSync(path.join(client, file), 'utf8') }));

/** Keys of exported objects that no source reads: `panelText.close`. An object that is read by a key that varies, or as a whole, has none. */
function unread(words: readonly string[], sources: readonly string[]): string[] {
  const objects = words.flatMap((text) =>
    Array.from(text.matchAll(/^export const (\w+) = \{\n([\s\S]*?)^\}/gm), ([, name = '', body = '']) => ({
      name,
      keys: Array.from(body.matchAll(/^ {2}(\w+):/gm), ([, key = '']) => key),
    })),
  );
  const read = new Map(objects.map(({ name }) => [name, new Set<string>()]));
  const readers = sources
    .join('\n')
    .replace(/import \{[^}]*\} from '[^']*';|export const \w+ =/g, '')
    .replace(/\{([^{}]*)\} = (\w+);/g, (whole, keys: string, name: string) => {
      for (const key of keys.split(',')) read.get(name)?.add(key.trim());
      return read.has(name) ? '' : whole;
    });
  const whole = new Set<string>();
  for (const [, name = '', key] of readers.matchAll(
    new RegExp(`\\b(${[...read.keys()].join('|')})\\b(?:\\.(\\w+))?`, 'g'),
  )) {
    if (key === undefined) whole.add(name);
    else read.get(name)?.add(key);
  }
  return objects.flatMap(({ name, keys }) =>
    whole.has(name) ? [] : keys.filter((key) => read.get(name)?.has(key) === false).map((key) => `${name}.${key}`),
  );
}

describe('the words of the page', () => {
  it('are found wherever a component says them', () => {
    const component = `<!-- a comment says nothing -->
<script lang="ts">
  import { a } from './some words.ts';
  const { b }: { b: 'of a' | 'type only' } = $props();
  const said = b ? 'Nothing matches' : \`\${a} of them\`;
  const one = 'Graph';
  document.querySelector('li a');
</script>
<p class="not these" title="Close">
  Text {b ? 'yes' : a} <i>{b === 'no word' ? '' : '·'}</i>
</p>
<input placeholder="Search" aria-label={b ? 'on' : \`off\`} type="search" />
<Part label="Copy" key="Enter" icon="close" onclick={() => go({ id: 'row 1', word: 'any' })} />
{counted(2, 'box', 'boxes')}
<style>
  p { font: 12px sans-serif; }
</style>`;
    expect(literals('x.svelte', component).map(({ line, text }) => `${line}: ${text}`)).toEqual([
      '5: Nothing matches',
      '5: of them',
      '6: Graph',
      '9: Close',
      '10: Text',
      '10: yes',
      '12: Search',
      '12: on',
      '12: off',
      '13: Copy',
      '13: any',
      '14: box',
      '14: boxes',
    ]);
  });

  it('are found wherever a script says them', () => {
    const script = `/** Words of a comment. */
import { x } from './other words.ts';
export type Kind = 'two words' | 'One';
const tracks = 'minmax(10px, 1fr)';
const id = \`row \${x}\`;
switch (x) {
  case 'Not shown':
    throw new Fault('usage', 'The file is empty.', { hint: 'Reload' });
}
export const rows = [{ word: 'none', query: 'is:direct | is:main' }, { title: \`\${x} modules\`, note: '' }];
`;
    expect(literals('x.ts', script).map(({ line, text }) => `${line}: ${text}`)).toEqual([
      '8: The file is empty.',
      '8: Reload',
      '10: none',
      '10: modules',
    ]);
  });

  it('stand in client/words', () => {
    const read = sources.filter(({ file }) => !exempt.some(({ place }) => file.startsWith(place)));
    expect(read.length).toBeGreaterThan(150);
    const found = read.flatMap(({ file, text }) =>
      literals(file, text).map((each) => `client/${file}:${each.line}: ${each.text}`),
    );
    expect(found).toEqual([]);
  });

  it('are all in use', () => {
    const words = ["export const aText = {\n  one: 'One',\n  two: () => 'two',\n  three: 'three',\n} as const;\n"];
    expect(unread(words, ['f(aText.one); const { three } = aText;'])).toEqual(['aText.two']);
    expect(unread(words, ["import { aText } from './a.ts';"])).toEqual(['aText.one', 'aText.two', 'aText.three']);
    expect(unread(words, ['aText[key]'])).toEqual([]);
    const own = sources.filter(({ file }) => file.startsWith('words/'));
    expect(
      unread(
        own.map(({ text }) => text),
        sources.map(({ text }) => text),
      ),
    ).toEqual([]);
  });
});
