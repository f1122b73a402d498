/** Packages that two modules provide: go refuses to choose (cmd/go/internal/modload, AmbiguousImportError). */
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import { nodeName } from '../model/module-graph.ts';
import type { Finding } from './types.ts';

const words = /ambiguous import: found package (\S+) in multiple modules:/;

/** One finding a package; it marks the modules that go names. */
export function findAmbiguousImports({ snapshot, graph }: Model): Finding[] {
  return (snapshot.packages?.packages ?? []).flatMap(({ path, error = '' }): Finding[] => {
    const subject = words.exec(error)?.[1];
    if (subject === undefined) return [];
    const modules = Array.from(error.matchAll(/^\s+(\S+) (v\S+)/gm), ([, module = '', version = '']) =>
      joinName(module, version),
    );
    const named = new Set(modules);
    const nodes = Array.from(graph.selected).filter((node) => node !== -1 && named.has(nodeName(graph, node)));
    return [
      {
        code: 'ambiguous-import',
        severity: 'error',
        subject: path,
        evidence: `More than one module provides it, and go does not choose: ${modules.join(', ')}.`,
        remedy: inWords(
          'One of these modules must go, or be raised to a version that no longer holds the package: often it moved into a module of its own, and a newer version of the outer module is without it.',
        ),
        nodes,
      },
    ];
  });
}
