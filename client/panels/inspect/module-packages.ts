/** The packages of a module that a build or a test of the main modules holds. */
import type { Model } from '../../../graph/model/model.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import type { Package } from '../../../graph/snapshot/types.ts';

/** By import path; [] where packages were not asked for, or none of it is imported. */
export function packagesOf({ snapshot, graph }: Model, node: number): readonly Package[] {
  const name = nodeName(graph, node);
  return snapshot.packages?.packages.filter(({ module }) => module === name) ?? [];
}

/** What of an import path stands below the module's: `.` for its root. */
export function belowModule(module: string, importPath: string): string {
  if (importPath === module) return '.';
  return importPath.startsWith(`${module}/`) ? importPath.slice(module.length + 1) : importPath;
}

/** What is said of a package beside its path; '' for one that a build holds. */
export function packageWords({ root, test, error }: Package): string {
  if (error !== undefined) return 'could not be loaded';
  if (root === true) return 'of the main module';
  return test === true ? 'by tests only' : '';
}
