/** Paths that differ in letter case alone: which is meant, the imports say. */
import type { Model } from '../../model/model.ts';
import { splitName } from '../../model/name.ts';
import { refusedOf } from './collect.ts';

/** A package lies in the module of that name, but for the letter case of its path. */
export function isSpelledOtherwise(name: string, module: string): boolean {
  const { path } = splitName(module);
  const start = name.slice(0, path.length);
  return start !== path && start.toLowerCase() === path.toLowerCase() && /^(?:\/|$)/.test(name.slice(path.length));
}

/** The path of a module as an import, or another requirement, spells it; undefined where all spell it alike. */
export function spelledOtherwise(model: Model, module: string): string | undefined {
  const { path } = splitName(module);
  const imported = refusedOf(model).flatMap(({ code, subject }) =>
    (code === 'package-missing' || code === 'go-sum-missing') && !subject.includes('@') ? [subject] : [],
  );
  return [...imported, ...model.graph.paths].find((name) => isSpelledOtherwise(name, path))?.slice(0, path.length);
}
