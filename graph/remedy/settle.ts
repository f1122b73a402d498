/** The remedy that is told: of what is proposed the first that was tried and mends, else words alone. */
import { changesWords } from './changes-words.ts';
import { keyOf, type Outcome, type Outcomes, type Proposal } from './proposal.ts';
import type { Remedy } from './types.ts';

interface Advised {
  readonly code: string;
  readonly subject: string;
  readonly remedy: Remedy;
  readonly proposals?: readonly Proposal[];
}

/** What is advised, with what was learnt by trying. `tried` is empty where nothing was. */
export function settled(about: Advised, tried: Outcomes): Remedy {
  const { remedy, proposals = [] } = about;
  let refusal: string | undefined;
  for (const proposal of proposals) {
    const outcome = tried[keyOf(about, proposal)];
    if (outcome?.state === 'mends') {
      const { command, edits, changes } = outcome;
      return {
        words: changesWords(changes, proposal),
        ...(edits.length === 0 ? {} : { edits }),
        command,
        tried: 'here',
        changes,
      };
    }
    if (outcome?.state === 'fails' && outcome.why !== undefined && proposal.refused !== undefined)
      refusal ??= `${proposal.refused}: ${outcome.why}.`;
  }
  return refusal === undefined ? remedy : { ...remedy, words: refusal };
}

/** How many there are for which nobody has tried what is proposed, or could not: what is advised of these is words alone. */
export function untriedCount(all: readonly Advised[], tried: Outcomes): number {
  return countOf(all, tried, ({ state }) => state === 'untold');
}

/** How many of these would have to be tried with the network. */
export function heldByNetwork(all: readonly Advised[], tried: Outcomes): number {
  return countOf(all, tried, (outcome) => outcome.state === 'untold' && outcome.network === true);
}

function countOf(all: readonly Advised[], tried: Outcomes, isMeant: (outcome: Outcome) => boolean): number {
  return all.filter((about) => {
    const outcomes = (about.proposals ?? []).map(
      (proposal): Outcome => tried[keyOf(about, proposal)] ?? { state: 'untold' },
    );
    return outcomes.some(isMeant) && !outcomes.some(({ state }) => state === 'mends');
  }).length;
}
