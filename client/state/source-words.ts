/** Beside the project's name: what of it is on show. */
import type { Model } from '../../graph/model/model.ts';
import type { Run } from '../../graph/wire.ts';

/** `working tree`, `sample`, `and 8 more in go.work`; '' where nothing can be said. */
export function sourceWords(model: Model, run: Run | undefined): string {
  const others = model.snapshot.mains.length - 1;
  if (others > 0) return `and ${others} more in go.work`;
  if (run === undefined) return '';
  if (run.go !== undefined) return 'working tree';
  return run.source.startsWith('sample ') ? 'sample' : run.source;
}
