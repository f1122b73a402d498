/** The loader against answers.txt: worlds of modules made by chance, and what go gave of each (record-answers.ts). */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadModuleGraph } from '../../../graph/load/load.ts';
import { readTxtar } from '../../conformance/txtar.ts';
import { inputOf, linesOf, listOf } from './worlds.ts';

const cases: Map<string, string>[] = [];
for (const { name, text } of readTxtar(readFileSync(new URL('answers.txt', import.meta.url), 'utf8')).files) {
  if (name === 'case') cases.push(new Map());
  cases.at(-1)?.set(name, text);
}

it('was recorded whole', () => {
  expect(cases.length).toBeGreaterThan(99);
});

it.each(cases.map((world) => [world.get('case')?.trim() ?? '', world] as const))('%s', (_, world) => {
  const result = loadModuleGraph(inputOf(world));
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
  expect(text(linesOf(result.edges))).toBe(world.get('graph'));
  expect(text(listOf(result.buildList))).toBe(world.get('list'));
  expect([result.missing, result.refused]).toEqual([[], []]);
});
