/** The list of a tab. */
import type { Conflict, Cycle, Finding, FindingCode } from '../../../graph/findings/types.ts';
import type { Model } from '../../../graph/model/model.ts';
import { conflictList } from './conflict-items.ts';
import { cycleList } from './cycle-items.ts';
import { findingList } from './finding-items.ts';
import type { List, ListKind } from './items.ts';

interface Listed {
  readonly model: Model;
  readonly findings: readonly Finding[];
  readonly conflicts: readonly Conflict[];
  readonly cycles: readonly Cycle[];
}

export function listOf(kind: ListKind, { model, findings, conflicts, cycles }: Listed): List {
  if (kind === 'conflicts') return conflictList(model, conflicts);
  return kind === 'cycles' ? cycleList(model, cycles) : findingList(model, findings, conflicts);
}

/** True for a tab that is a list. */
export function isList(tab: string): tab is ListKind {
  return tab === 'findings' || tab === 'conflicts' || tab === 'cycles';
}

/** The list in which findings of a code are explained: conflicts and cycles have their own, which say more. */
export function listOfCode(code: FindingCode): ListKind {
  if (code === 'superseded') return 'conflicts';
  return code === 'cycle' ? 'cycles' : 'findings';
}
