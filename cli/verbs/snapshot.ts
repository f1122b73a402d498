/** `modscope snapshot`: the graph as one file. */
import path from 'node:path';
import { Fault, toFault } from '../../graph/fault.ts';
import type { Model } from '../../graph/model/model.ts';
import { nodeName } from '../../graph/model/module-graph.ts';
import { compareModules } from '../../graph/model/order.ts';
import { comparedText } from '../../graph/snapshot/compared.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import type { ModuleVersion, Snapshot } from '../../graph/snapshot/types.ts';
import { writeSnapshot } from '../../graph/snapshot/write.ts';
import { readRegularFile } from '../../server/project/regular-file.ts';
import { checkTarget, deliver, type Target } from '../deliver.ts';
import { exit } from '../exit.ts';
import type { InputOptions } from '../input-options.ts';
import type { Io } from '../io.ts';
import { read } from '../read.ts';
import { said } from '../text/plain.ts';

export interface SnapshotOptions extends InputOptions, Target {
  readonly check?: string;
  readonly selected?: true;
}

/** A snapshot of which go could load only a part is written, too: its problems say so, and so does the exit status. */
export async function snapshot(io: Io, options: SnapshotOptions, dir?: string): Promise<number> {
  checkTarget(io, options);
  const known = options.check === undefined ? undefined : comparedOf(path.resolve(io.cwd, options.check));
  const { model, loaded, status } = await read(io, options, dir, known?.hasPackages === true ? { packages: true } : {});
  const made = hidden(io, options.selected === true ? selectedOnly(model) : loaded.snapshot);
  if (known !== undefined && options.check !== undefined) {
    const same = known.text === comparedText(made);
    if (status !== exit.fine) return status;
    if (same) return exit.fine;
    const name = options.check;
    await io.stderr.say(
      said`modscope: ${name} is stale: the graph has changed.\n  Write it again: \`modscope snapshot -o ${name}\`.\n`,
    );
    return exit.failed;
  }
  await deliver(io, writeSnapshot(made), options, status);
  return status;
}

/** In the order that a snapshot has, also where a path is written otherwise than it sorts. */
function hidden({ hider }: Io, snapshot: Snapshot): Snapshot {
  const made = hider.value(snapshot);
  if (made === snapshot) return snapshot;
  const modules = [...made.modules].sort(compareModules);
  return { ...made, modules };
}

/**
 * The build list alone. A requirement ends at the selected version of the path it names, as in the build list, whatever
 * version it names: otherwise most of them would be lost with the versions that they name. go and
 * toolchain lines are no part of the build list.
 */
function selectedOnly({ snapshot, graph }: Model): Snapshot {
  const isSelected = (node: number): boolean => graph.selected[graph.pathOf[node] ?? -1] === node;
  const modules = snapshot.modules.flatMap((module, node): ModuleVersion[] => {
    if (!isSelected(node)) return [];
    const { requires: _requires, ...rest } = module;
    const ends = graph.out.targets.subarray(graph.out.offsets[node], graph.out.offsets[node + 1]);
    const requires = [...ends].flatMap((end): string[] => {
      const winner = graph.selected[graph.pathOf[end] ?? -1] ?? -1;
      return winner === -1 ? [] : [nodeName(graph, winner)];
    });
    return [requires.length === 0 ? rest : { ...rest, requires }];
  });
  return { ...snapshot, modules };
}

/** What is compared of a file, and whether packages have to be listed for that; one that is no snapshot is stale, whatever it is. */
function comparedOf(file: string): { readonly text: string; readonly hasPackages: boolean } {
  const text = readText(file);
  try {
    const snapshot = readSnapshot(text);
    return { text: comparedText(snapshot), hasPackages: snapshot.packages !== undefined };
  } catch (error) {
    if (toFault(error).code !== 'bad-input') throw error;
    return { text, hasPackages: false };
  }
}

/** Largest file that is checked, in bytes: as much as is read of a snapshot. */
const checkedLimit = 256 << 20;

function readText(file: string): string {
  try {
    return readRegularFile(file, checkedLimit).toString('utf8');
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('bad-input', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      hint: 'Write it first: `modscope snapshot -o FILE`.',
      cause: error,
    });
  }
}
