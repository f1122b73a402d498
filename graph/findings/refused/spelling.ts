/** Module paths of the build list that differ in letter case alone: go refuses a build that imports packages of both (load/pkg.go). */
import type { Model } from '../../model/model.ts';
import { NodeKind } from '../../model/module-graph.ts';
import { inWords } from '../../remedy/words.ts';
import type { Finding } from '../types.ts';
import type { Refused } from './collect.ts';
import { nameList } from './name-list.ts';
import { requirersOf } from './requirers.ts';
import { said } from './said.ts';

/** One finding a pair or more: error where go refused the build, else warn; `refused` are go's case collisions. */
export function findSpellings(model: Model, refused: readonly Refused[]): Finding[] {
  const { graph } = model;
  const spellings = new Map<string, number[]>();
  graph.selected.forEach((node, p) => {
    if (node === -1 || graph.kind[node] === NodeKind.toolchain) return;
    const key = (graph.paths[p] ?? '').toLowerCase();
    spellings.set(key, [...(spellings.get(key) ?? []), node]);
  });
  const left = new Set(refused);
  const found: Finding[] = [];
  for (const [key, nodes] of spellings) {
    if (nodes.length < 2) continue;
    const paths = nodes.map((node) => graph.paths[graph.pathOf[node] ?? -1] ?? '');
    const own = refused.filter(({ subject }) => {
      const name = subject.toLowerCase();
      return name === key || name.startsWith(`${key}/`);
    });
    own.forEach((one) => left.delete(one));
    const who = paths.map((path) => `${path} is required by ${nameList(requirersOf(model, path)) || 'nothing'}`);
    found.push({
      code: 'case-collision',
      severity: own.length > 0 ? 'error' : 'warn',
      subject: paths[0] ?? '',
      evidence: `${nameList(paths)} differ in letter case alone, and go refuses a build that imports packages of both: ${who.join('; ')}.`,
      remedy: inWords(
        'Import it by one spelling, the one that its own go.mod or its host has; where a dependency uses the other, look for a newer version of that.',
      ),
      nodes: [...nodes].sort((a, b) => a - b),
    });
  }
  for (const one of left) {
    found.push({
      code: 'case-collision',
      severity: 'error',
      subject: one.subject,
      evidence: `${said(one.text)}.`,
      remedy: inWords('Import the package by one spelling.'),
      nodes: [],
    });
  }
  return found;
}
