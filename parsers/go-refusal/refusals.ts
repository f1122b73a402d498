/** What go refuses, by its own words: one refusal a cause and subject, with everyone in it who needs what is lacking. */
import type { Refusal, RefusalCode } from '../../graph/model/verdict.ts';
import { blocksOf } from './blocks.ts';
import { rules } from './rules.ts';

/** Bytes of go's words that are read; a flood of them tells no more. */
const longest = 256 << 10;
/** Characters of one line that are searched. */
const longestLine = 2000;

/** Words by which go only says that it was not allowed to look: neither a fault nor an all-clear. */
const lookedNot = /(?:module|import) lookup disabled by GOPROXY=off|GOPROXY=off|cannot query module due to -mod=vendor/;

/** Words about this machine, not about the files: nothing follows from them for the module. */
const ofMachine =
  /no space left on device|disk quota exceeded|read-only file system|permission denied$|module cache not found|GOCACHE is not defined|build cache is required|flag provided but not defined|cannot allocate memory|too many open files/m;

export interface Understood {
  readonly refusals: readonly Refusal[];
  /** What could not be asked, in go's words, a line each. */
  readonly notAsked: readonly string[];
}

/** Reads go's words. Never throws; words that no rule knows are a refusal `go-refuses`. */
export function understood(words: string): Understood {
  const refusals = new Map<string, Refusal>();
  const notAsked: string[] = [];
  for (const block of blocksOf(words.slice(0, longest))) {
    const searched = block
      .split('\n')
      .map((line) => line.slice(0, longestLine))
      .join('\n');
    if (lookedNot.test(searched) || ofMachine.test(searched)) {
      // The line that says it, not the headline above.
      const lines = searched.split('\n');
      notAsked.push((lines.find((line) => lookedNot.test(line) || ofMachine.test(line)) ?? searched).trim());
      continue;
    }
    const { code, subject, by } = meaningOf(searched);
    const key = `${code} ${subject}`;
    const before = refusals.get(key);
    const all = [...(before?.by ?? []), ...(by === undefined ? [] : [by])];
    refusals.set(key, {
      code,
      subject,
      text: before?.text ?? withoutTalk(block),
      ...(all.length === 0 ? {} : { by: [...new Set(all)].sort() }),
    });
  }
  return { refusals: [...refusals.values()], notAsked };
}

function meaningOf(block: string): { code: RefusalCode; subject: string; by?: string } {
  for (const { code, pattern, meaning } of rules) {
    const match = pattern.exec(block);
    if (match !== null) return { code, ...meaning(match.groups ?? {}, block) };
  }
  return { code: 'go-refuses', subject: 'go.mod' };
}

function withoutTalk(block: string): string {
  return block.replace(/^go: /, '');
}
