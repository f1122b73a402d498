/** The answer of `what-if` in words: what changes, and because of which edit. */
import { isEmptyDiff } from '../../graph/diff/diff.ts';
import type { Changed, Entry } from '../../graph/diff/types.ts';
import { joinName } from '../../graph/model/name.ts';
import type { ModuleRef } from '../../graph/snapshot/types.ts';
import { editText, type Edit } from '../../graph/what-if/edits.ts';
import type { WhatIfDone } from '../../server/project/what-if.ts';
import { counted, listed } from '../../drawing/words/counted.ts';
import { plain, plainLines, type Printable } from './plain.ts';
import { beforeGet, getText } from './what-if-get.ts';
import { table } from './table.ts';

type Shown = Pick<WhatIfDone, 'answer' | 'base' | 'head'>;

/** Requirers, findings and edits named on one line. */
const mostNames = 3;

/** A paragraph for each edit and for edits that only together do something, then the sum. */
export function whatIfText(edits: readonly Edit[], done: Shown): Printable {
  const rows = rowsByPath(done);
  const paragraphs = [
    ...edits.map((_, n) => editParagraph(edits, n, done, rows)),
    ...togetherParagraphs(edits, done, rows),
  ];
  const told = [...paragraphs, sumText(edits, done)].join('\n');
  return plainLines(`${beforeGet(edits, done.base)}${told}${getText(done.answer.get)}`);
}

type Rows = ReadonlyMap<string, readonly string[]>;

function rowsByPath({ answer: { added, removed, changed } }: Shown): Rows {
  const entry = (word: string, { path, version = '' }: Entry): [string, string[]] => [
    path,
    [`  ${word}`, path, version],
  ];
  return new Map<string, readonly string[]>([
    ...removed.map((one) => entry('removed', one)),
    ...added.map((one) => entry('added', one)),
    ...changed.map((one): [string, string[]] => [one.path, [`  ${wordOf(one)}`, one.path, changeText(one)]]),
  ]);
}

function wordOf({ direction, replaceFrom, replaceTo }: Changed): string {
  if (direction !== 'same') return direction;
  return replaceFrom === undefined && replaceTo === undefined ? 'stays' : 'replaced';
}

function changeText({ from, to, replaceFrom, replaceTo, directTo }: Changed): string {
  const version = (text: string): string => (text === '' ? 'main module' : text);
  const by = (ref: ModuleRef | undefined): string => (ref === undefined ? 'nothing' : joinName(ref.path, ref.version));
  return [
    from === to ? version(to) : `${version(from)} → ${version(to)}`,
    ...(replaceFrom === undefined && replaceTo === undefined
      ? []
      : [
          replaceFrom === undefined
            ? `now replaced by ${by(replaceTo)}`
            : `replaced by ${by(replaceTo)}, not by ${by(replaceFrom)}`,
        ]),
    ...(directTo === undefined ? [] : [directTo ? 'now direct' : 'no longer direct']),
  ].join(', ');
}

function paragraph(head: string, paths: readonly string[], rows: Rows): string {
  return `${plain(head)}\n${table(paths.map((path) => (rows.get(path) ?? []).map((cell) => cell.trimEnd())).map(cells))}`;
}

function cells(row: readonly string[]): string[] {
  return row.map((cell, n) => (n === 0 ? `  ${cell.trim()}` : plain(cell)));
}

function editParagraph(edits: readonly Edit[], n: number, done: Shown, rows: Rows): string {
  const edit = edits[n];
  const cause = done.answer.causes[n];
  if (edit === undefined || cause === undefined) return '';
  const shared = new Set((cause.together ?? []).flatMap(({ follows }) => follows));
  const paths = cause.follows.filter((path) => !shared.has(path));
  const where = done.base.mains.length > 1 || done.base.work !== undefined ? ` in ${cause.file}` : '';
  const nothing = shared.size > 0 ? 'nothing by itself' : 'nothing changes in the build list';
  const to = edit.kind === 'get' && cause.to !== undefined && cause.to !== edit.query ? ` (${cause.to})` : '';
  const head = `because ${editText(edit)}${to}${where}: ${paths.length === 0 ? nothing : ''}`.trimEnd();
  return paragraph(head, paths, rows) + heldText(edit, done);
}

/** A dropped line is not a dropped module, and a lower one may not lower it: who asks for what is selected then. */
function heldText(edit: Edit, { head }: Shown): string {
  if (edit.kind !== 'drop' && edit.kind !== 'require') return '';
  const held = staying(head, edit.path);
  if (held === undefined || (edit.kind === 'require' && held.version === edit.version)) return '';
  const name = joinName(held.path, held.version);
  const by = head.modules
    .filter((one) => one.version !== undefined && one.requires?.includes(name) === true)
    .map((one) => joinName(one.path, one.version));
  const what = edit.kind === 'drop' ? `${name} stays` : `${held.version ?? held.path} wins over ${edit.version}`;
  const who =
    by.length === 0
      ? 'the main modules require it'
      : `${listed(by, mostNames)} ${by.length === 1 ? 'requires' : 'require'} it`;
  return `  ${plain(`${what}: ${who}.`)}\n`;
}

function staying({ modules }: Shown['head'], path: string): Shown['head']['modules'][number] | undefined {
  return modules.find((module) => module.path === path && module.selected === true);
}

function togetherParagraphs(edits: readonly Edit[], { answer: { causes } }: Shown, rows: Rows): string[] {
  return causes.flatMap(({ together = [] }, n) =>
    together
      // Each set is told once, by its first edit.
      .filter((one) => one.with.every((other) => other > n))
      .map((one) => {
        const words = [n, ...one.with].flatMap((place) => edits[place] ?? []).map(editText);
        return paragraph(`because ${words.join(' and ')} together:`, one.follows, rows);
      }),
  );
}

/** What --drop is not: said once, where it makes a difference. */
function dropText(edits: readonly Edit[], head: Shown['head']): string {
  const stays = edits.some((edit) => edit.kind === 'drop' && staying(head, edit.path) !== undefined);
  if (!stays) return '';
  return '--drop takes a require line away, and nothing else; `go get MODULE@none` would also lower or remove what requires the module.\n';
}

function sumText(edits: readonly Edit[], { answer, head }: Shown): string {
  const { added, removed, changed, findings, go, selected } = answer;
  if (isEmptyDiff(answer)) return `Nothing changes.\n${dropText(edits, head)}`;
  const count = (direction: string): number => changed.filter((one) => one.direction === direction).length;
  const parts = [
    [added.length, 'added'],
    [removed.length, 'removed'],
    [count('raised'), 'raised'],
    [count('lowered'), 'lowered'],
  ].flatMap(([number, word]) => (number === 0 ? [] : [`${String(number)} ${String(word)}`]));
  const before = selected.from === selected.to ? 'as before' : `${String(selected.from)} before`;
  const lines = [
    `${counted(selected.to, 'module')} in the build list, ${before}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`,
    ...(go === undefined ? [] : [`The go line: ${go.from ?? 'none'} → ${go.to ?? 'none'}.`]),
    ...findingLines('New findings', findings.new),
    ...findingLines('Fixed findings', findings.mended),
  ];
  return `${lines.map(plain).join('\n')}\n${dropText(edits, head)}`;
}

function findingLines(title: string, found: Shown['answer']['findings']['new']): string[] {
  if (found.length === 0) return [];
  return [
    `${title}: ${listed(
      found.map(({ code, subject }) => `${code} ${subject}`),
      mostNames,
    )}.`,
  ];
}
