/** What is told of what go refuses: its words, and what may be tried. */
import type { Model } from '../../model/model.ts';
import type { MainModule } from '../../snapshot/types.ts';
import { dirOf, goModOf } from '../../remedy/places.ts';
import type { Proposal } from '../../remedy/proposal.ts';
import type { Remedy } from '../../remedy/types.ts';
import { inWords } from '../../remedy/words.ts';
import type { Refused } from './collect.ts';
import { nameList } from './name-list.ts';
import { said } from './said.ts';

export interface Told {
  readonly evidence: string;
  readonly remedy: Remedy;
  /** What is tried before it is shown as a command. */
  readonly proposals?: readonly Proposal[];
}

/** Words, and what may be tried. */
export type Advice = Pick<Told, 'remedy' | 'proposals'>;

/** What is told of refusals of one code that have one cause; there is always a first. */
export type Telling = (all: readonly [Refused, ...Refused[]], model: Model) => Told;

/** go's words as they are, and words of ours on what to do. */
export const inGosWords =
  (advice: (first: Refused, model: Model) => Advice): Telling =>
  ([first], model) => ({ evidence: sentence(said(first.text)), ...advice(first, model) });

/** Words, and nothing to try. */
export const only = (words: string): Advice => ({ remedy: inWords(words) });

/** With its full stop, where go's words have none. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** ` (needed by a and b)`, or nothing. */
export function neededBy(by: readonly string[]): string {
  return by.length === 0 ? '' : ` (needed by ${nameList(by)})`;
}

/** What is refused is of a go.work, whose commands are others. */
export function isWorkspace({ snapshot }: Model): boolean {
  return snapshot.work !== undefined;
}

/** Let go write go.mod and go.sum: of the module, or of a workspace and each of its members. */
export function rewritten(words: string, does: string, model: Model, refused?: string): Advice {
  const workspace: Proposal[] = [
    { words: does, steps: [{ do: 'sync' }] },
    { words: does, steps: [{ do: 'download' }] },
  ];
  const tidy = tidies(model, does).map((one) => (refused === undefined ? one : { ...one, refused }));
  return { remedy: inWords(words), proposals: isWorkspace(model) ? [...workspace, ...tidy] : tidy };
}

/** `go mod tidy` in the module, or in each member. */
export function tidies({ snapshot }: Model, words: string): Proposal[] {
  const [first, ...others] = snapshot.mains.map((main) => ({ do: 'tidy' as const, dir: dirOf(snapshot, main) }));
  return first === undefined ? [] : [{ words, steps: [first, ...others] }];
}

export function toolDropped(main: MainModule | undefined, path: string): Proposal[] {
  if (main === undefined) return [];
  const words =
    'No module that is required provides it: require one that does, or take the tool line out, as this does.';
  return [{ words, steps: [{ do: 'edit', edits: [{ kind: 'drop-tool', path, file: goModOf(main) }] }] }];
}
