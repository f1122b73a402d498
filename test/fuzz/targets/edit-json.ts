/** `go mod edit -json` and `go work edit -json`: one JSON value each. */
import fc from 'fast-check';
import type { MainModule, ModuleRef, Workspace } from '../../../graph/snapshot/types.ts';
import { parseModEdit } from '../../../parsers/mod-edit.ts';
import { parseWorkEdit } from '../../../parsers/work-edit.ts';
import { modEdits, workEdits } from '../inputs/corpus.ts';
import { damaged, dice } from '../inputs/edits.ts';
import { changedJson } from '../inputs/json.ts';
import { anywhere, ofGo, ofJson } from '../inputs/words.ts';
import { mustEqual, textOf, type Input, type Target } from '../target.ts';

function target(name: string, good: readonly unknown[], examine: (input: Input) => void): Target {
  const texts = fc.oneof(
    { weight: 3, arbitrary: changedJson(good).map((value) => JSON.stringify(value)) },
    {
      weight: 2,
      arbitrary: damaged(
        good.map((one) => JSON.stringify(one, undefined, '\t')),
        [...ofJson, ...anywhere, ...ofGo],
      ),
    },
    fc.json(),
  );
  return {
    name,
    share: 8,
    inputs: fc.record({ text: texts, dice }),
    codes: ['go-output-invalid', 'bad-input'],
    examine,
  };
}

function version({ path, version: number }: ModuleRef): unknown {
  return { Path: path, Version: number };
}

function modFile({ path, go, toolchain, require, replace, exclude, retract, tool, ignore }: MainModule): string {
  return JSON.stringify({
    Module: { Path: path },
    Go: go,
    Toolchain: toolchain,
    Require: require.map((one) => ({ Path: one.path, Version: one.version, Indirect: one.indirect })),
    Replace: replace.map((one) => ({ Old: version(one.old), New: version(one.new) })),
    Exclude: exclude.map(version),
    Retract: retract.map(({ low, high, rationale }) => ({ Low: low, High: high, Rationale: rationale })),
    Tool: tool.map((one) => ({ Path: one })),
    Ignore: ignore.map((one) => ({ Path: one })),
  });
}

function workFile({ go, toolchain, use, replace }: Workspace): string {
  return JSON.stringify({
    Go: go,
    Toolchain: toolchain,
    Use: use.map((folder) => ({ DiskPath: folder })),
    Replace: replace.map((one) => ({ Old: version(one.old), New: version(one.new) })),
  });
}

export const editJson: readonly Target[] = [
  target('mod-edit', modEdits, (input) => {
    const main = parseModEdit(textOf(input));
    mustEqual(parseModEdit(modFile(main)), main, 'a go.mod is read differently once printed');
  }),
  target('work-edit', workEdits, (input) => {
    const work = parseWorkEdit(textOf(input));
    mustEqual(parseWorkEdit(workFile(work)), work, 'a go.work is read differently once printed');
  }),
];
