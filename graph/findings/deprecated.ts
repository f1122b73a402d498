/** Modules whose newest go.mod says `// Deprecated:` (https://go.dev/ref/mod#go-mod-file-module-deprecation). */
import type { Model } from '../model/model.ts';
import { command, operand } from './command.ts';
import { inOneLine, selectedFacts } from './facts.ts';
import { goGet } from './go-get.ts';
import type { Finding } from './types.ts';

export function findDeprecated(model: Model): Finding[] {
  return selectedFacts(model).flatMap(({ fact, node, name }): Finding[] => {
    if (fact.deprecated === undefined) return [];
    const direct = model.direct[node] === 1;
    return [
      {
        code: 'deprecated',
        severity: 'warn',
        subject: name,
        evidence: `The author calls ${fact.path} deprecated: ${inOneLine(fact.deprecated)}.`,
        remedy: direct
          ? `Move to what its author names; when no package of it is imported any more, ${goGet(model.snapshot, fact.path, 'none')} drops it.`
          : `${command('modscope', 'why', ...operand(fact.path))} says who requires it; a newer version of those may do without.`,
        nodes: [node],
      },
    ];
  });
}
