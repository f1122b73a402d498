/** A go command that failed: from its own words and its exit status to a Fault that says what can be done. */
import { Fault } from '../graph/fault.ts';
import { aboutFiles } from './go-error/about-files.ts';
import { aboutReaching } from './go-error/about-reaching.ts';
import { aboutVersions } from './go-error/about-versions.ts';
import type { Meaning, Rule } from './go-error/rule.ts';
import { understood } from './go-refusal/refusals.ts';
import { excerpt } from './source.ts';

/** How a go command ended. */
export interface FailedGo {
  /** As a user would type it: `go mod graph`. */
  readonly command: string;
  /** Exit status; null when a signal ended it. */
  readonly status: number | null;
  readonly signal?: string | null;
  readonly stderr: string;
}

const rules: readonly Rule[] = [...aboutVersions, ...aboutFiles, ...aboutReaching];

/** Bytes of go's words that are searched and kept; a flood of them tells no more. */
const longest = 64 << 10;
/** Characters of one line that are searched: a pattern may look at the rest of a line from each of its words. */
const longestLine = 1000;
/** Characters of go's words in a message. A module path with a pseudo-version is shorter. */
const longestPart = 400;

/** The Fault of a go command that failed; `detail` holds go's words whole, up to 64 KiB. */
export function faultOfGo(run: FailedGo): Fault {
  const words = withoutTalk(run.stderr.slice(0, longest));
  const detail = words === '' ? {} : { detail: words };
  const known = meaningOf(words);
  if (known !== undefined) return new Fault(known.code, known.message, { hint: known.hint, ...detail });
  if (run.signal !== undefined && run.signal !== null) {
    return new Fault('go-killed', `${run.command} was ended by ${run.signal}.`, {
      hint: 'Something stopped it from outside: too little memory is the usual reason.',
      ...detail,
    });
  }
  const first = words.split('\n')[0]?.replace(/^go: /, '') ?? '';
  const status = run.status === null ? '' : ` with status ${run.status}`;
  return new Fault('go-failed', `${run.command} failed${status}${first === '' ? '.' : `: ${excerpt(first)}`}`, {
    hint: isKnown(words)
      ? 'The findings tell the cause, and what mends it.'
      : `Run \`${run.command}\` in the folder of the module to see the same.`,
    ...detail,
  });
}

/** A finding says what it is and what mends it, and go would only say the same again. Its code may be another than that of the words: a version that is missing may be of a member. */
function isKnown(words: string): boolean {
  return understood(words).refusals.some(({ code }) => code !== 'go-refuses');
}

/** What go's words about one module (Error of `go list -m -e`) or a whole command mean; undefined where no rule knows. */
function meaningOf(words: string): Meaning | undefined {
  const searched = words
    .split('\n')
    .map((line) => line.slice(0, longestLine))
    .join('\n');
  for (const { pattern, meaning } of rules) {
    const match = pattern.exec(searched);
    if (match !== null) return meaning(shortened(match.groups ?? {}));
  }
  return undefined;
}

function shortened(groups: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, text]) => [
      name,
      text !== undefined && text.length > longestPart ? `${text.slice(0, longestPart)}…` : text,
    ]),
  );
}

/** The module that go's words are about, `path@version`, where they name one. */
export function moduleInWords(words: string): string | undefined {
  return /(?:^|\n|verifying )(?:go: )?([^\s:@]+@v[^\s:/(]+)/.exec(words)?.[1];
}

/** Lines by which go tells of its progress are no part of an error. */
function withoutTalk(stderr: string): string {
  return stderr
    .split(/\r?\n/)
    .filter((line) => !/^go: (?:downloading|finding|extracting) /.test(line))
    .join('\n')
    .trim();
}
