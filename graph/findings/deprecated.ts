/** Modules whose newest go.mod says `// Deprecated:` (https://go.dev/ref/mod#go-mod-file-module-deprecation). */
import { inWords, showsWhy } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { inOneLine, selectedFacts } from './facts.ts';
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
        remedy: isOfTool(model, fact.path)
          ? inWords('A tool line of go.mod names a package of it: move to what its author names, and to its line.')
          : direct
            ? inWords('Move to what its author names; once no package of it is imported any more, its line can go.')
            : showsWhy('Newer versions of the modules that require it may not need it.', fact.path),
        nodes: [node],
      },
    ];
  });
}

/** go writes what only a tool needs as indirect. */
function isOfTool({ snapshot: { mains } }: Model, path: string): boolean {
  return mains.some(({ tool }) => tool.some((name) => name === path || name.startsWith(`${path}/`)));
}
