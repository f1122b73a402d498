/** A diff as one HTML page without a script: the picture, then the causes with what follows, then every change. */
import { withThousands } from '../../graph/thousands.ts';
import { printable } from '../../drawing/face/printable.ts';
import { xml } from '../../drawing/formats/svg/escape.ts';
import { palettes } from '../../drawing/theme/tokens.ts';
import type { DiffFinding, PackageEntry, RequirementLine } from '../../graph/diff/types.ts';
import type { Comparison } from '../../server/project/revision-diff.ts';
import {
  changeRows,
  lineCells,
  packageCells,
  placeText,
  summaryText,
  wordCounts,
} from '../../drawing/words/diff-rows.ts';

/** Rows of one table; all are in the JSON. */
const mostRows = 5000;

const shared =
  'body{margin:0 auto;max-width:1200px;padding:24px;font:14px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--canvas)}' +
  'h1{font-size:20px}h2{font-size:16px;margin-top:32px}code,td{font-family:ui-monospace,monospace;font-size:12.5px}' +
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:4px 12px 4px 0;border-bottom:1px solid var(--rule);white-space:nowrap}' +
  'td:last-child{white-space:normal;overflow-wrap:anywhere}' +
  'figure{margin:24px 0;overflow:auto;border:1px solid var(--rule)}svg{max-width:100%;height:auto}summary{cursor:pointer}';

/** By it `-o` knows the page again. */
export const generator = '<meta name="generator" content="modscope">';

/** `svg` is ours, and as safe as it is by itself. Nothing is loaded, and nothing runs. */
export function diffHtml({ base, head, diff, unknown }: Comparison, svg: string): string {
  const rows = changeRows(diff);
  const title = `${base.name} → ${head.name}`;
  const notes = [...(unknown === undefined ? [] : [`Causes: ${unknown}`]), ...base.problems, ...head.problems];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    generator,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${text(title)}</title>`,
    `<style>:root{${variables('light')}}@media (prefers-color-scheme:dark){:root{${variables('dark')}}}${shared}</style>`,
    '</head>',
    '<body>',
    `<h1>${text(title)}</h1>`,
    `<p>${text(summaryText(diff, unknown))}${rows.length === 0 ? '' : ` ${text(wordCounts(rows))}.`}</p>`,
    ...[...new Set(notes.map((note) => (typeof note === 'string' ? note : note.text)))].map(
      (note) => `<p>${text(note)}</p>`,
    ),
    `<figure>${svg}</figure>`,
    table(
      'Lines',
      ['Line', '', 'Module', 'Before', 'After', 'Follow'],
      diff.causes.map((cause) => [placeText(cause), ...lineCells(cause), cause.follows.join(', ')]),
    ),
    table(
      'Build list',
      ['', 'Module', 'Before', 'After', 'Because of'],
      rows.map(({ word, path, before, after, because }) => [word, path, before, after, because.join(' or ')]),
    ),
    findings('New findings', diff.findings.new),
    findings('Fixed findings', diff.findings.mended),
    packages('Packages newly imported', diff.packages?.added ?? []),
    packages('Packages no longer imported', diff.packages?.removed ?? []),
    requirements('Requirements gained', diff.requirements.added),
    requirements('Requirements lost', diff.requirements.removed),
    '</body>',
    '</html>',
    '',
  ]
    .filter((part, place, all) => part !== '' || place === all.length - 1)
    .join('\n');
}

function findings(title: string, found: readonly DiffFinding[]): string {
  const rows = found.map(({ severity, code, subject, evidence }) => [severity, code, subject, evidence]);
  return table(title, ['', 'Finding', 'Subject', 'Evidence'], rows);
}

function packages(title: string, entries: readonly PackageEntry[]): string {
  return table(title, ['Package', 'Module', ''], entries.map(packageCells));
}

function requirements(title: string, lines: readonly RequirementLine[]): string {
  return table(
    title,
    ['From', 'To'],
    lines.map(({ from, to }) => [from, to]),
  );
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const cells = (name: 'th' | 'td', row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${name}>${text(cell)}</${name}>`).join('')}</tr>`;
  const rest = rows.length - mostRows;
  const more = rest > 0 ? `<p>… and ${withThousands(rest)} more; the JSON has all.</p>` : '';
  return `<details open><summary><h2 style="display:inline">${text(title)}: ${withThousands(rows.length)}</h2></summary><table>${cells('th', head)}${rows
    .slice(0, mostRows)
    .map((row) => cells('td', row))
    .join('\n')}</table>${more}</details>`;
}

function variables(theme: 'light' | 'dark'): string {
  const { ink, canvas, rule } = palettes[theme];
  return `--ink:${ink};--canvas:${canvas};--rule:${rule}`;
}

function text(words: string): string {
  return xml(printable(words));
}
