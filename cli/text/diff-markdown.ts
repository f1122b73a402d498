/** A diff for a pull request: a summary line, then folded tables, within what a comment or a job summary holds. */
import { withThousands } from '../../graph/thousands.ts';
import { isEmptyDiff } from '../../graph/diff/diff.ts';
import type { Diff, DiffFinding, LineChange, PackageEntry, RequirementLine } from '../../graph/diff/types.ts';
import { type Written, written } from '../../graph/written.ts';
import { counted } from '../../drawing/words/counted.ts';
import {
  changeRows,
  lineCells,
  packageCells,
  placeText,
  summaryText,
  wordCounts,
} from '../../drawing/words/diff-rows.ts';
import type { Commands } from './diff-command.ts';
import { code, folded, prose, type Section } from './markdown.ts';

/** A comment on GitHub has at most 65,536 characters; room is left for a line of whoever posts it. */
const commentLimit = 65_000;
/** A job summary has at most 1 MiB for all steps of a job. */
const summaryLimit = 900_000;

export interface MarkdownNotes {
  /** Names of both sides. */
  readonly base: string;
  readonly head: string;
  /** Sentences on what the diff rests on. */
  readonly notes: readonly string[];
  readonly unknown?: string;
  /** How the comparison is opened again. */
  readonly commands?: Commands;
  /** What it must fit in; default: a comment. */
  readonly room: 'comment' | 'summary';
}

/** '' where nothing changed. */
export function diffMarkdown(diff: Diff, { base, head, notes, unknown, commands, room }: MarkdownNotes): Written {
  if (isEmptyDiff(diff)) return written('');
  const rows = changeRows(diff);
  const { findings, requirements } = diff;
  const lead = [
    `**${prose(summaryText(diff, unknown))}**\n\n`,
    `${code(base)} → ${code(head)}${rows.length === 0 ? '' : ` · ${wordCounts(rows)}`}\n`,
    ...wordLine('go', diff.go),
    ...wordLine('toolchain', diff.toolchain),
    ...[...(unknown === undefined ? [] : [`Causes: ${unknown}`]), ...notes]
      .slice(0, 20)
      .map((note) => `\n> ${prose(note)}\n`),
    ...lookLine(commands),
  ].join('');
  const sections: Section[] = [
    {
      title: `Build list: ${counted(rows.length, 'module')}`,
      head: ['', 'Module', 'Before', 'After', 'Because of'],
      rows: rows.map((row) => [
        row.word,
        code(row.path),
        code(row.before),
        code(row.after),
        row.because.map(code).join(' or '),
      ]),
      share: 0.5,
    },
    {
      title: `Lines: ${String(diff.causes.length)}`,
      head: ['Line', '', 'Module', 'Before', 'After', 'Follow'],
      rows: diff.causes.map((cause) => {
        const [verb, path, before, after] = lineCells(cause);
        return [code(placeText(cause)), verb, code(path), code(before), code(after), String(cause.follows.length)];
      }),
      share: 0.2,
    },
    findingSection('New findings', findings.new),
    findingSection('Fixed findings', findings.mended),
    packageSection('Packages newly imported', diff.packages?.added ?? []),
    packageSection('Packages no longer imported', diff.packages?.removed ?? []),
    requirementSection('Requirements gained', requirements.added),
    requirementSection('Requirements lost', requirements.removed),
  ];
  return written(
    room === 'comment'
      ? folded(lead, sections, commentLimit, (text) => text.length)
      : folded(lead, sections, summaryLimit, (text) => Buffer.byteLength(text)),
  );
}

function findingSection(title: string, found: readonly DiffFinding[]): Section {
  return {
    title: `${title}: ${withThousands(found.length)}`,
    head: ['', 'Finding', 'Subject', 'Evidence'],
    rows: found.map(({ severity, code: name, subject, evidence }) => [severity, name, code(subject), prose(evidence)]),
    share: 0.1,
  };
}

function packageSection(title: string, entries: readonly PackageEntry[]): Section {
  return {
    title: `${title}: ${withThousands(entries.length)}`,
    head: ['Package', 'Module', ''],
    rows: entries.map((entry) => {
      const [path, module, by] = packageCells(entry);
      return [code(path), code(module), by];
    }),
    share: 0.1,
  };
}

function requirementSection(title: string, lines: readonly RequirementLine[]): Section {
  return {
    title: `${title}: ${withThousands(lines.length)}`,
    head: ['From', 'To'],
    rows: lines.map(({ from, to }) => [code(from), code(to)]),
    share: 0.05,
  };
}

function wordLine(word: string, change: LineChange | undefined): string[] {
  if (change === undefined) return [];
  return [`\nThe ${word} line: ${code(change.from ?? 'none')} → ${code(change.to ?? 'none')}\n`];
}

/** What needs no checkout first. */
function lookLine({ write, open, commit }: Commands = {}): string[] {
  const opened =
    open === undefined ? [] : [commit === undefined ? code(open) : `${code(open)} with ${code(commit)} checked out`];
  const written = write === undefined ? [] : [code(write)];
  const ways = commit === undefined ? [...opened, ...written] : [...written, ...opened];
  return ways.length === 0 ? [] : [`\nLook at it: ${ways.join(', or ')}\n`];
}
