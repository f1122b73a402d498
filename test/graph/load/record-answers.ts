/**
 * Writes answers.txt: worlds of modules made by chance, and the graph and build list that go itself gives of each. It
 * needs the go whose rules we follow; scripts/bundled.mjs runs it, with the file to write as its argument.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadModuleGraph } from '../../../graph/load/load.ts';
import type { LoadInput } from '../../../graph/load/types.ts';
import { joinName } from '../../../graph/model/name.ts';
import type { ModuleRef } from '../../../graph/snapshot/types.ts';
import { draftFiles } from '../../conformance/draft.ts';
import { runEdits, type EditOutcome } from '../../conformance/edit-run.ts';
import { inputOf, linesOf, listOf, type World } from './worlds.ts';

/** So many edits are tried, and of those that are alike in what they ask of the loader so many are kept. */
const edits = 3000;
const keptOfAKind = 1;
/** Larger graphs show no more. */
const mostLines = 40;

const kept = new Map<string, number>();
const texts: string[] = [];

const scratch = mkdtempSync(path.join(tmpdir(), 'modscope-answers-'));
runEdits({ edits, seed: 11, scratch, recorded: [] }, (outcome) => {
  if (outcome.verdict.kind !== 'agreed') return;
  const world = worldOf(outcome);
  const input = inputOf(world);
  const kind = kindOf(input);
  const before = kept.get(kind) ?? 0;
  if (before === keptOfAKind || loadModuleGraph(input).edges.from.length > mostLines) return;
  kept.set(kind, before + 1);
  texts.push(textOf(outcome.name, world));
});
rmSync(scratch, { recursive: true, force: true });

const target = process.argv[2] ?? 'answers.txt';
writeFileSync(path.resolve(target), texts.join(''));
console.log(`${texts.length} worlds of ${kept.size} kinds`);

function worldOf({ draft, universe }: EditOutcome): World {
  const world = new Map(draftFiles(draft));
  for (const folder of universe.folders) world.set(`${folder.dir}/go.mod`, folder.mod);
  for (const { path: name, version, mod } of universe.modules) world.set(joinName(name, version), mod);
  return world;
}

/** What the case asks of the loader, in short. */
function kindOf(input: LoadInput): string {
  const { mains, work } = input;
  const asked = new Set<string>();
  const goMod: LoadInput['goMod'] = (actual, of) => {
    if (actual.version === undefined) asked.add('folder');
    return input.goMod(actual, of);
  };
  const { edges } = loadModuleGraph({ ...input, goMod });
  const own = mains.flatMap((main) => main.require.map((one) => `${main.path} ${joinName(one.path, one.version)}`));
  const got = linesOf(edges).filter((line) => mains.some((main) => line.startsWith(`${main.path} `)));
  if (own.some((line) => !got.includes(line))) asked.add('not as declared');
  if (got.some((line) => !own.includes(line) && !/ (go|toolchain)@/.test(line))) asked.add('more than declared');
  const replaced = (one: ModuleRef): boolean => mains.some((m) => m.replace.some(({ old }) => old.path === one.path));
  if (edges.names.some((name) => replaced({ path: name.replace(/@.*/, '') }))) asked.add('replaced');
  if (mains.some((main) => main.exclude.length > 0)) asked.add('excluded');
  if (mains.some((main) => main.toolchain !== undefined)) asked.add('toolchain');
  const pruning = mains.map((main) => Number(/^1\.(1[7-9]|[2-9])/.test(main.go ?? ''))).join('');
  return [work === undefined ? 'module' : 'workspace', pruning, ...[...asked].sort()].join(', ');
}

/** A part of the archive: the files that the loader reads, then what it gives, which go has been seen to give as well. */
function textOf(name: string, world: World): string {
  const read = new Set([...world.keys()].filter((file) => /(^|\/)go\.(mod|work)$/.test(file) && !/^near\//.test(file)));
  const { edges, buildList } = loadModuleGraph(
    inputOf(world, (file) => {
      read.add(file);
    }),
  );
  const parts = [...read].flatMap((file) => [`-- ${file} --\n`, world.get(file) ?? '']);
  const answers = { graph: linesOf(edges), list: listOf(buildList) };
  for (const [answer, lines] of Object.entries(answers))
    parts.push(`-- ${answer} --\n`, lines.map((line) => `${line}\n`).join(''));
  return `-- case --\n${name}\n${parts.join('')}`;
}
