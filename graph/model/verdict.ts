/** What go itself says of the files as they are, asked read-only: the only ground on which "nothing is wrong" may stand. */

/** Why go refuses, a code a cause; parsers/go-refusal reads them out of go's words. `go-refuses`: for a reason that is not known. */
export const refusalCodes = [
  'cache-broken',
  'checksum-mismatch',
  'go-sum-malformed',
  'go-sum-missing',
  'go-too-new',
  'workspace-go-line',
  'workspace-use-missing',
  'workspace-use-repeated',
  'workspace-replace-conflict',
  'workspace-main-replaced',
  'workspace-empty',
  'goflags-unreadable',
  'modules-off',
  'toolchain-refused',
  'workspace-elsewhere',
  'updates-needed',
  'unknown-godebug',
  'file-unreadable',
  'major-suffix-missing',
  'path-mismatch',
  'case-collision',
  'vendor-out-of-step',
  'ambiguous-import',
  'import-cycle',
  'package-missing',
  'package-error',
  'replace-folder-missing',
  'replacement-shared',
  'version-missing',
  'module-unreachable',
  'go-refuses',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  /** The module, package or file it is about. */
  readonly subject: string;
  /** Go's own words, lines kept. */
  readonly text: string;
  /** Who needs what is lacking, where go says so: `path@version`, a package, or a place in a file. */
  readonly by?: readonly string[];
  /** Lines of go.mod as `go mod tidy -diff` prints them, `-go 1.21` and `+go 1.25`: what go would change, where it was asked. */
  readonly wants?: readonly string[];
}

/** `graph`: `go list -m all`; `build`: `go list -deps ./...`, in the mode in which the module builds. */
export type Question = 'graph' | 'build';

/** How go answered one question. Only `accepted` is an all-clear. */
export type Answer =
  | { readonly state: 'accepted' }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] }
  /** Neither a fault nor an all-clear: what the module cache lacks, a time-out, a go that cannot be run. */
  | { readonly state: 'not asked'; readonly why: string };

/** What a user would type. */
export const questionNames: Readonly<Record<Question, string>> = { graph: 'go list -m all', build: 'go list ./...' };

export interface GoVerdict {
  readonly graph: Answer;
  readonly build: Answer;
  /** `go list -deps tool`: the tools that the main modules name. Asked where there are such lines and the build is accepted. */
  readonly tools?: Answer;
  /** -mod of a build: from the vendor folder where there is one that counts. */
  readonly mode: 'vendor' | 'readonly';
  /** No go command runs here with its user's settings, or nobody knows whether one does: none would mend anything. */
  readonly noCommand?: true;
  /** There is no go.sum: of a workspace neither go.work.sum nor that of a member. Looked for where go lacks entries. */
  readonly noSum?: true;
  /** Name of the file of sums, where -modfile makes it another than go.sum. */
  readonly sumFile?: string;
  /** Modules in folders below go.work that it does not use, or below the one module; looked for where go lacks something. */
  readonly leftOut?: readonly LeftOutModule[];
}

export interface LeftOutModule {
  readonly path: string;
  /** Relative to the folder of go.work, or of go.mod, with `/`. */
  readonly dir: string;
  /** Import paths that go lacks and whose folders are there: by the path of the module, or of the main module around it. */
  readonly packages: readonly string[];
}

/** Not to fetch is what modscope itself chose, and no reason to doubt: `--packages` lets a build fetch. */
const byChoice = /GOPROXY=off|cannot query module due to -mod=vendor/;

/** Questions to which go gave no answer, for another reason than that it was not to fetch: a time-out, a file it would wait for. */
export function unansweredOf(verdict: GoVerdict): { readonly question: Question; readonly why: string }[] {
  return (['graph', 'build'] as const).flatMap((question) => {
    const answer = verdict[question];
    return answer.state === 'not asked' && !byChoice.test(answer.why) ? [{ question, why: answer.why }] : [];
  });
}

/** Of a path that go reads as one word: whether it may be a code. */
export function isRefusalCode(code: string): code is RefusalCode {
  return refusalCodes.some((one) => one === code);
}

/** What go refused, the graph first; each cause once, however many questions it answered. */
export function refusalsOf({ graph, build, tools }: GoVerdict): Refusal[] {
  const met = new Map<string, Refusal>();
  for (const answer of [graph, build, tools]) {
    if (answer?.state !== 'refused') continue;
    for (const refusal of answer.refusals) {
      const key = `${refusal.code} ${refusal.subject}`;
      if (!met.has(key)) met.set(key, refusal);
    }
  }
  return [...met.values()];
}
