/** A go.work that uses one folder, or one module in two folders, twice: go refuses both (modload, loadWorkFile and makeMainModules). */
import { useDropped } from '../remedy/places.ts';
import type { Proposal } from '../remedy/proposal.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import type { Snapshot } from '../snapshot/types.ts';
import type { Finding } from './types.ts';

/** Folders inside one another are legal, and no finding. */
export function findRepeatedUse({ snapshot }: Model): Finding[] {
  const found = new Map<string, string>();
  for (const dir of repeated((snapshot.work?.use ?? []).map(normal))) {
    found.set(dir, `go.work uses the folder ${dir} more than once.`);
  }
  for (const path of repeated(snapshot.work === undefined ? [] : snapshot.mains.map((main) => main.path))) {
    const where = [...new Set(snapshot.mains.filter((main) => main.path === path).map((main) => main.dir))];
    if (where.length > 1)
      found.set(path, `go.work uses the module ${path} in more than one folder: ${where.join(', ')}.`);
  }
  // Go's own words where ours are missing, as for a link that leads to a folder that is used as well.
  for (const { code, subject, text } of snapshot.problems) {
    if (code === 'workspace-use-repeated' && found.size === 0) found.set(subject, text.replace(/\s*\n\s*/g, ' '));
  }
  return [...found].map(([subject, text]) => ({
    code: 'workspace-use-repeated',
    severity: 'error',
    subject,
    evidence: text,
    remedy: inWords('Keep one of the lines.'),
    proposals: oneOf(snapshot, subject),
    nodes: [],
  }));
}

/** `go work edit -dropuse` would drop both lines of one folder; `go work use` leaves one. */
function oneOf({ mains }: Snapshot, subject: string): Proposal[] {
  const where = mains.filter((main) => main.path === subject).map((main) => main.dir);
  const second = where[1];
  if (second !== undefined) return useDropped(second, 'Keep one of the lines: this takes out the second.');
  return [
    {
      words: 'Keep one of the lines: this takes the others out.',
      steps: [{ do: 'use', folders: [/^\.{0,2}(?:\/|$)/.test(subject) ? subject : `./${subject}`] }],
    },
  ];
}

function repeated(names: readonly string[]): Set<string> {
  return new Set(names.filter((name, i) => names.indexOf(name) !== i));
}

/** `./a/../b/` as `b`: go compares folders by their clean path. */
function normal(dir: string): string {
  const parts: string[] = [];
  for (const part of dir.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `${dir.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.';
}
