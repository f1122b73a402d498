/** What a check of the doctor is. */
import type { Complaint, Weight } from '../../graph/diagnosis/types.ts';
import type { FindingCode } from '../../graph/findings/types.ts';
import type { LoadOptions } from '../project/types.ts';
import type { Proposal } from '../../graph/remedy/proposal.ts';
import type { Ground } from './ground.ts';

/** Codes of trouble that the doctor looks for himself; meanings.ts says what each is. */
export const ownCodes = [
  'go-missing',
  'go-not-executable',
  'go-too-old',
  'go-output-invalid',
  'go-failed',
  'go-several',
  'goroot-mismatch',
  'go-too-new',
  'toolchain-mismatch',
  'workspace-go-line',
  'modules-off',
  'goflags',
  'proxy-settings',
  'no-module',
  'file-unreadable',
  'replace-folder-missing',
  'workspace-above',
  'workspace-elsewhere',
  'workspace-use-missing',
  'workspace-use-repeated',
  'workspace-use-nested',
  'workspace-replace-conflict',
  'workspace-main-replaced',
  'workspace-left-out',
  'vendor-out-of-step',
  'cache-not-writable',
  'cache-full',
  'temporary-not-writable',
  'temporary-full',
  'folder-by-link',
  'linked-folder',
  'wsl-path',
  'git-missing',
  'git-old',
  'git-owner',
  'no-network',
  'go-refuses',
] as const;

/** His own, and what findings say of what go refuses, of facts and of a report. */
export type DoctorCode = (typeof ownCodes)[number] | FindingCode;

/** A complaint of a code that is known, with what could mend it: `remedy` says so once it was tried. */
export interface Told extends Complaint {
  readonly code: DoctorCode;
  readonly severity: Weight;
  /** From go's verdict: not told where a check of its own says the same. */
  readonly judged?: true;
  readonly proposals?: readonly Proposal[];
  /** Folder of the go.mod or go.work that `proposals` change, where it is not the project's. */
  readonly at?: string;
}

/** One file a check. It throws a NotRun, or the Fault of what it asks, where it cannot look. It writes nothing of the user's. */
export interface Check {
  readonly codes: readonly DoctorCode[];
  /** Milliseconds after which it is given up, where it needs more than the others. */
  readonly patience?: number;
  /** Only where the options ask for it; it is not counted otherwise. */
  readonly isWanted?: (options: LoadOptions) => boolean;
  readonly run: (ground: Ground) => readonly Told[] | Promise<readonly Told[]>;
}
