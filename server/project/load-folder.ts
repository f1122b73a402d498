/** Loads a module or workspace by running go on copies of its files. */
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { Go } from '../process/go.ts';
import { askGo } from './ask-go.ts';
import { crossCheck } from './cross-check.ts';
import { declaredBy } from './declared.ts';
import { findProject } from './find.ts';
import { Phases } from './phases.ts';
import type { Loaded, LoadOptions, OnPhases } from './types.ts';

/**
 * The module or workspace of `dir`. The commands run side by side; what one of them cannot tell is a problem of the
 * snapshot, and `fault` says it in full. Throws a Fault when there is nothing to show: no go.mod, one that cannot be
 * read, cancelled.
 */
export async function loadFolder(
  dir: string,
  options: LoadOptions,
  onPhases: OnPhases,
  signal: AbortSignal,
): Promise<Loaded> {
  const started = performance.now();
  const project = findProject(dir, options.gowork);
  const phases = new Phases(onPhases);
  const go = new Go(options, signal);
  const declared = await phases.run('go.mod', () => declaredBy(project, go));
  const told = await askGo(project, declared, go, options, phases);
  if (signal.aborted) throw new Fault('cancelled', 'The load was cancelled.');
  const first = assemble({ ...declared, ...told.records, problems: [...declared.problems, ...told.problems] });
  const { edges, listed } = told.records;
  const differences = edges !== undefined && listed !== undefined ? crossCheck(first, listed) : undefined;
  const snapshot: Snapshot =
    differences === undefined || differences.length === 0
      ? first
      : { ...first, problems: [...first.problems, ...differences] };
  return {
    snapshot,
    run: {
      ...(told.env === undefined
        ? {}
        : { go: told.env.GOVERSION.replace(/^go/, ''), goos: told.env.GOOS, goarch: told.env.GOARCH }),
      source: dir,
      gowork: project.gowork === 'off' ? 'off' : path.relative(project.root, project.gowork),
      readAt: Date.now(),
      took: Math.round(performance.now() - started),
      crossCheck: differences === undefined ? 'none' : differences.length === 0 ? 'same' : 'differs',
    },
    ...(told.fault === undefined ? {} : { fault: told.fault }),
    folders: [...new Set([project.root, ...project.members])],
    notes: project.note === undefined ? [] : [project.note],
  };
}
