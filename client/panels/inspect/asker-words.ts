/** Who asks for a version, in a few words. */
import { printable } from '../../../drawing/face/printable.ts';
import { NodeKind } from '../../../graph/model/module-graph.ts';
import type { Model } from '../../../graph/model/model.ts';
import { versionLabel } from '../../../drawing/face/label.ts';
import type { Asker } from './ladder.ts';
import { versionText } from '../../words/panel.ts';

/** The go.mod of a main module, relative to the go.work where there is one; undefined for any other node. */
export function goModOf(model: Model, node: number): string | undefined {
  if (model.graph.kind[node] !== NodeKind.main) return undefined;
  const path = model.graph.paths[model.graph.pathOf[node] ?? -1];
  const dir = model.snapshot.mains.find((main) => main.path === path)?.dir ?? '.';
  return dir === '.' ? 'go.mod' : printable(`${dir}/go.mod`);
}

/** `go.mod, k8s.io/api v0.30.2 +6`: the first two askers by name, the rest counted. */
export function whoAsks(model: Model, askers: readonly Asker[]): string {
  if (askers.length === 0) return versionText.noneRead;
  const named = askers.slice(0, 2).map(({ node }) => {
    const path = model.graph.paths[model.graph.pathOf[node] ?? -1] ?? '';
    return (
      goModOf(model, node) ?? `${path.replace(/^github\.com\//, '')} ${versionLabel(model.graph.versions[node] ?? '')}`
    );
  });
  const rest = askers.length - named.length;
  return printable(rest === 0 ? named.join(', ') : `${named.join(', ')} +${rest}`);
}

/**
 * What must change for the next lower version to win, from what was read: every requirement on the winner must name
 * less. '' where nothing lower is asked for, or the winner is a main module.
 */
export function lowerWords(model: Model, askers: readonly Asker[]): string {
  const own = askers.flatMap(({ node }) => goModOf(model, node) ?? []);
  const others = askers.length - own.length;
  return printable(versionText.requirers(own, others));
}
