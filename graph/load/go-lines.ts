/** The go versions at which module loading changes its rules (cmd/go/internal/gover/gover.go). */
import { compareGoVersions } from '../version/go-version.ts';
import type { Pruning } from './types.ts';

/** What a go.mod without a go line counts as: gover.DefaultGoModVersion. */
export const defaultGoModVersion = '1.16';
/** What a go.work without a go line counts as: gover.DefaultGoWorkVersion. */
export const defaultGoWorkVersion = '1.18';

/** From go 1.17 on a go.mod lists all that its packages need: gover.ExplicitIndirectVersion. */
export function pruningOf(go: string | undefined): Pruning {
  return go !== undefined && compareGoVersions(go, '1.17') >= 0 ? 'pruned' : 'unpruned';
}

/** From go 1.21 on the go line is a requirement like others: gover.GoStrictVersion. */
export function isGoStrict(go: string): boolean {
  return compareGoVersions(go, '1.21') >= 0;
}
