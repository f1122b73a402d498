/** The texts of go.mod and go.work, read without go. */
import fc from 'fast-check';
import { Fault } from '../../../graph/fault.ts';
import type { MainModule, ModuleRef, Replace, Workspace } from '../../../graph/snapshot/types.ts';
import { readDependencyGoMod } from '../../../parsers/go-mod-lax.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { readGoWork } from '../../../parsers/go-work-text.ts';
import { goMods, goWorks } from '../inputs/corpus.ts';
import { damaged, dice, strungTogether } from '../inputs/edits.ts';
import { anywhere, ofGo } from '../inputs/words.ts';
import { must, mustEqual, textOf, type Input, type Target } from '../target.ts';

const words = [...ofGo, ...anywhere];
const gaps = [' ', ' ', '\n', '\n', '\n\t', '\r\n', ' // x\n', ''];

function target(name: string, share: number, good: readonly string[], examine: (input: Input) => void): Target {
  const texts = fc.oneof(
    { weight: 5, arbitrary: damaged(good, words) },
    { weight: 2, arbitrary: strungTogether(ofGo, gaps) },
    strungTogether(ofGo, gaps).map((text) => `module example.com/m\n${text}`),
  );
  return { name, share, inputs: fc.record({ text: texts, dice }), codes: ['bad-input'], examine };
}

/** A word as go.mod takes any: in quotes, as Go writes a string. */
function quoted(word: string): string {
  return JSON.stringify(word).replace(
    /[\u007f-\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function ref({ path, version }: ModuleRef): string {
  return version === undefined ? quoted(path) : `${quoted(path)} ${quoted(version)}`;
}

function replaceLines(list: readonly Replace[]): string[] {
  return list.map((one) => `replace ${ref(one.old)} => ${ref(one.new)}`);
}

function goLines({ go, toolchain }: { readonly go?: string; readonly toolchain?: string }): string[] {
  return [...(go === undefined ? [] : [`go ${go}`]), ...(toolchain === undefined ? [] : [`toolchain ${toolchain}`])];
}

function modText(main: MainModule): string {
  return [
    `module ${quoted(main.path)}`,
    ...goLines(main),
    ...main.require.map((one) => `require ${ref(one)}${one.indirect === true ? ' // indirect' : ''}`),
    ...main.exclude.map((one) => `exclude ${ref(one)}`),
    ...replaceLines(main.replace),
    ...main.retract.map(({ low, high }) => `retract [${quoted(low)}, ${quoted(high)}]`),
    ...main.tool.map((one) => `tool ${quoted(one)}`),
    ...main.ignore.map((one) => `ignore ${quoted(one)}`),
  ].join('\n');
}

function workText(work: Workspace): string {
  return [...goLines(work), ...work.use.map((one) => `use ${quoted(one)}`), ...replaceLines(work.replace)].join('\n');
}

/** Of a pair of surrogates, \u stands for each half, which Go takes for no character: such a text is not written out. */
function isPlain(text: string): boolean {
  return !/[\ud800-\udfff\ufffd]/.test(text);
}

export const modFiles: readonly Target[] = [
  target('go-mod-text', 14, goMods, (input) => {
    const text = textOf(input);
    const { main, requireLines } = readGoMod(text);
    const count = text.split('\n').length;
    must(requireLines.length === main.require.length, 'a require line without its place');
    must(
      requireLines.every((line, i) => line > (requireLines[i - 1] ?? 0) && line <= count),
      'places out of order',
    );
    const lax = readDependencyGoMod(text);
    must(lax !== undefined, 'a dependency with the same text is refused');
    mustEqual(
      lax.require,
      main.require.map(({ path, version }) => ({ path, version })),
      'a dependency with the same text requires else',
    );
    mustEqual([lax.path, lax.go], [main.path, main.go], 'a dependency with the same text is else');
    if (!isPlain(JSON.stringify(main))) return;
    // Rationales are comments: they are not written.
    const bare = { ...main, retract: main.retract.map(({ low, high }) => ({ low, high })) };
    mustEqual(readGoMod(modText(bare)).main, bare, 'a go.mod is read differently once written');
  }),
  target('go-mod-lax', 8, goMods, (input) => {
    const file = readDependencyGoMod(textOf(input));
    if (file === undefined) throw new Fault('bad-input', 'go refuses such a file');
    must(
      file.require.every(({ path, version }) => path !== '' || version !== ''),
      'a requirement on nothing',
    );
  }),
  target('go-work-text', 6, goWorks, (input) => {
    const work = readGoWork(textOf(input));
    if (isPlain(JSON.stringify(work)))
      mustEqual(readGoWork(workText(work)), work, 'a go.work is read differently once written');
  }),
];
