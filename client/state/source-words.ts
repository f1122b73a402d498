/** What the top bar calls the project, and what of it is on show. */
import { printable } from '../../drawing/face/printable.ts';
import type { Model } from '../../graph/model/model.ts';
import type { Run } from '../../graph/wire.ts';
import { sourceText } from '../words/top.ts';

/** The main module's path; of a workspace the part that all its modules share, else the first of them. */
export function projectName(model: Model): string | undefined {
  const [first, ...others] = model.snapshot.mains.map(({ path }) => path.split('/'));
  if (first === undefined) return undefined;
  const differs = first.findIndex((part, place) => others.some((path) => path[place] !== part));
  const shared = others.length === 0 || differs === -1 ? first : first.slice(0, differs);
  return printable((shared.length === 0 ? first : shared).join('/'));
}

/** A recorded module that comes with modscope. */
export function isSample(run: Run | undefined): boolean {
  return run?.source.startsWith('sample ') === true;
}

/** `working tree`, `sample`, `workspace of 9 modules`; '' where nothing can be said. */
export function sourceWords(model: Model, run: Run | undefined): string {
  const { length } = model.snapshot.mains;
  if (length > 1) return sourceText.workspace(length);
  if (run === undefined) return '';
  if (run.go !== undefined) return sourceText.folder;
  return isSample(run) ? sourceText.sample : printable(run.source);
}
