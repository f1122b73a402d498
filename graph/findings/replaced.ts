/** Replacements: what is read in place of what is required; and those that nothing uses. */
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import type { Replace } from '../snapshot/types.ts';
import { command, editGoMod } from './command.ts';
import type { Finding } from './types.ts';

/** warn for a replaced module in the build list (no reader of go.mod elsewhere sees the replacement), info for an unused line. */
export function findReplacements(model: Model): Finding[] {
  const { snapshot, graph } = model;
  const lines: { readonly file: string; readonly line: Replace; readonly drop: string }[] = [
    ...(snapshot.work?.replace ?? []).map((line) => ({
      file: 'go.work',
      line,
      drop: command('go', 'work', 'edit', dropReplace(line)),
    })),
    ...snapshot.mains.flatMap((main) =>
      main.replace.map((line) => ({
        file: `The go.mod of ${main.path}`,
        line,
        drop: editGoMod(main, dropReplace(line)),
      })),
    ),
  ];
  const nodes = new Map<string, number[]>();
  snapshot.modules.forEach((module, node) => {
    if (module.version === undefined) return;
    const versions = nodes.get(module.path) ?? [];
    versions.push(node);
    nodes.set(module.path, versions);
  });
  return lines.map(({ file, line, drop }): Finding => {
    const old = joinName(line.old.path, line.old.version);
    const target = joinName(line.new.path, line.new.version);
    const named = (nodes.get(line.old.path) ?? []).filter(
      (node) => line.old.version === undefined || graph.versions[node] === line.old.version,
    );
    const used = named.filter((node) => graph.selected[graph.pathOf[node] ?? -1] === node);
    if (named.length === 0 || used.length === 0) {
      const why =
        named.length === 0 ? 'no module of the graph has that path and version' : 'that version is not selected';
      return {
        code: 'replace-unused',
        severity: 'info',
        subject: old,
        evidence: `${file} replaces ${old} by ${target}, but ${why}.`,
        remedy: `Drop the line with ${drop}, or keep it if it guards a version that may come.`,
        nodes: [],
      };
    }
    return {
      code: 'replaced',
      severity: 'warn',
      subject: old,
      evidence: `${file} replaces ${old} by ${target}.`,
      remedy: `Modules that require this one do not see the replacement: go reads replace lines of main modules only. ${drop} builds what is required again.`,
      nodes: used,
    };
  });
}

function dropReplace({ old }: Replace): string {
  return `-dropreplace=${joinName(old.path, old.version)}`;
}
