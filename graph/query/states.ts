/** The `is:` words answered of a model: node → 1. words.ts says what each means. */
import { findConflicts } from '../findings/conflicts.ts';
import { findCycles } from '../findings/cycles.ts';
import { findKeptBySuperseded } from '../findings/kept-by-superseded.ts';
import { findVulnerable } from '../findings/vulnerable.ts';
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import { nodeName, NodeKind } from '../model/module-graph.ts';
import { importStates, type ImportState } from '../packages/states.ts';
import { isIncompatible, isPseudo, majorOf } from '../version/semver.ts';

type Answer = (model: Model) => (node: number) => boolean;

function ofNodes(nodes: Iterable<number>): (node: number) => boolean {
  const set = new Set(nodes);
  return (node) => set.has(node);
}

function ofPaths({ graph }: Model, paths: Iterable<string>): (node: number) => boolean {
  const set = new Set(paths);
  return (node) => set.has(graph.paths[graph.pathOf[node] ?? -1] ?? '');
}

const version = ({ graph }: Model, node: number): string => graph.versions[node] ?? '';
const isSelected = ({ graph }: Model, node: number): boolean => graph.selected[graph.pathOf[node] ?? -1] === node;
const isMain = ({ graph }: Model, node: number): boolean => graph.kind[node] === NodeKind.main;

/** Tools are packages: the module is the longest path that the package's path begins with. */
function toolModules({ snapshot, graph }: Model): number[] {
  return snapshot.mains.flatMap((main) =>
    main.tool.flatMap((tool) => {
      let best = -1;
      graph.paths.forEach((path, p) => {
        const holds = tool === path || tool.startsWith(`${path}/`);
        if (holds && path.length > (graph.paths[best]?.length ?? 0)) best = p;
      });
      const node = graph.selected[best] ?? -1;
      return node === -1 ? [] : [node];
    }),
  );
}

export const stateAnswers: Readonly<Record<string, Answer>> = {
  main: (model) => (node) => isMain(model, node),
  direct: (model) => (node) => model.direct[node] === 1,
  indirect: (model) => (node) => isSelected(model, node) && model.direct[node] !== 1 && !isMain(model, node),
  selected: (model) => (node) => isSelected(model, node),
  superseded: (model) => (node) => !isSelected(model, node) && model.graph.kind[node] !== NodeKind.toolchain,
  conflict: (model) =>
    ofPaths(
      model,
      findConflicts(model)
        .filter((conflict) => conflict.grade !== 'superseded')
        .map((conflict) => conflict.path),
    ),
  cycle: (model) => ofNodes(findCycles(model).flatMap((cycle) => cycle.nodes)),
  replaced: (model) => (node) => model.snapshot.modules[node]?.replace !== undefined,
  excluded: (model) =>
    ofPaths(
      model,
      model.snapshot.mains.flatMap((main) => main.exclude.map((one) => one.path)),
    ),
  kept: (model) => ofNodes(findKeptBySuperseded(model).flatMap((finding) => finding.nodes)),
  incompatible: (model) => (node) => isIncompatible(version(model, node)),
  pseudo: (model) => (node) => isPseudo(version(model, node)),
  v0: (model) => (node) => majorOf(version(model, node)) === 'v0',
  tool: (model) => ofNodes(toolModules(model)),
  error: (model) => {
    const subjects = new Set(model.snapshot.problems.map((problem) => problem.subject));
    return (node) => {
      const module = model.snapshot.modules[node];
      return module !== undefined && subjects.has(joinName(module.path, module.version));
    };
  },
  toolchain: (model) => (node) => model.graph.kind[node] === NodeKind.toolchain,
  retracted: (model) => factsAnswer(model, (fact) => (fact.retracted?.length ?? 0) > 0),
  deprecated: (model) => factsAnswer(model, (fact) => fact.deprecated !== undefined),
  outdated: (model) => factsAnswer(model, (fact) => fact.update !== undefined),
  pruned: (model) => {
    const names = new Set((model.beside.frontier ?? []).map((one) => one.name));
    return (node) => names.has(nodeName(model.graph, node));
  },
  imported: (model) => ofImportState(model, 'imported'),
  test: (model) => ofImportState(model, 'test'),
  elsewhere: (model) => ofImportState(model, 'elsewhere'),
  unused: (model) => ofImportState(model, 'unused'),
  vulnerable: (model) => ofNodes(findVulnerable(model).flatMap((finding) => finding.nodes)),
};

/** Main modules have no state: they are what is built. */
function ofImportState(model: Model, state: ImportState): (node: number) => boolean {
  const states = importStates(model);
  return (node) => states?.get(node) === state;
}

function factsAnswer(
  model: Model,
  holds: (fact: NonNullable<Model['snapshot']['facts']>[number]) => boolean,
): (node: number) => boolean {
  const names = new Set((model.snapshot.facts ?? []).filter(holds).map((fact) => joinName(fact.path, fact.version)));
  return (node) => {
    const module = model.snapshot.modules[node];
    return module !== undefined && names.has(joinName(module.path, module.version));
  };
}
