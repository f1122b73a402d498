/** Replacements: what is read in place of what is required; and those that nothing uses. */
import { goModOf } from '../remedy/places.ts';
import type { Proposal } from '../remedy/proposal.ts';
import { inWords } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import type { MainModule, Replace } from '../snapshot/types.ts';
import type { Finding } from './types.ts';

interface Line {
  /** Where it stands, at the start of a sentence. */
  readonly file: string;
  readonly line: Replace;
  readonly inFile: string;
  /** The other lines of its file. */
  readonly beside: readonly Replace[];
  /** Absent for a line of go.work. */
  readonly main?: MainModule;
}

/** warn for a replaced module in the build list (no reader of go.mod elsewhere sees the replacement), info for an unused line. */
export function findReplacements(model: Model): Finding[] {
  const { snapshot, graph } = model;
  const nodes = new Map<string, number[]>();
  snapshot.modules.forEach((module, node) => {
    if (module.version === undefined) return;
    const versions = nodes.get(module.path) ?? [];
    versions.push(node);
    nodes.set(module.path, versions);
  });
  return linesOf(model).map((one): Finding => {
    const { file, line, inFile } = one;
    const old = joinName(line.old.path, line.old.version);
    const target = joinName(line.new.path, line.new.version);
    const named = (nodes.get(line.old.path) ?? []).filter(
      (node) => line.old.version === undefined || graph.versions[node] === line.old.version,
    );
    const selected = named.filter((node) => graph.selected[graph.pathOf[node] ?? -1] === node);
    const used = selected.filter((node) => stronger(model, one, graph.versions[node] ?? '') === undefined);
    if (used.length === 0) {
      const why =
        named.length === 0
          ? 'no module of the graph has that path and version'
          : (stronger(model, one, graph.versions[selected[0] ?? -1] ?? '') ??
            'that version is not selected: nothing of it is built, though what its go.mod requires counts');
      return {
        code: 'replace-unused',
        severity: 'info',
        subject: old,
        evidence: `${file} replaces ${old} by ${target}, but ${why}.`,
        remedy: inWords(
          'Nothing is built of what it names. It may guard a version that is to come, or stand for one that exists nowhere else.',
        ),
        proposals: [dropping(line, inFile, 'The line can go, unless it guards a version that is to come.')],
        nodes: [],
      };
    }
    return {
      code: 'replaced',
      severity: 'warn',
      subject: old,
      evidence: `${file} replaces ${old} by ${target}.`,
      remedy: inWords(unseen),
      proposals: [
        {
          ...dropping(line, inFile, `${unseen} Without the line, what is required is built again.`),
          keeps: line.old.path,
        },
      ],
      nodes: used,
    };
  });
}

function linesOf({ snapshot: { work, mains } }: Model): Line[] {
  const ofWork = work?.replace ?? [];
  return [
    ...ofWork.map((line) => ({
      file: 'go.work',
      line,
      inFile: 'go.work',
      beside: ofWork,
    })),
    ...mains.flatMap((main) =>
      main.replace.map((line) => ({
        file: `The go.mod of ${main.path}`,
        line,
        inFile: goModOf(main),
        beside: main.replace,
        main,
      })),
    ),
  ];
}

/** Why another line stands for the version that this one names (modload/modfile.go, replacementFrom); undefined when none does. */
function stronger({ snapshot: { work } }: Model, { line, beside, main }: Line, version: string): string | undefined {
  const names = (one: Replace): boolean =>
    one.old.path === line.old.path && (one.old.version === undefined || one.old.version === version);
  if (main !== undefined && work?.replace.some(names) === true) return 'go.work replaces it too, and its line counts';
  const exact = line.old.version === undefined && beside.some((one) => names(one) && one.old.version === version);
  return exact ? `another line for ${version} counts before it` : undefined;
}

const unseen = 'Modules that require this one do not see the replacement: go reads replace lines of main modules only.';

function dropping({ old }: Replace, file: string, words: string): Proposal {
  return {
    words,
    steps: [{ do: 'edit', edits: [{ kind: 'drop-replace', old, file }] }],
    refused: 'Keep the line',
    ...(file === 'go.work' ? {} : { aloneToo: true }),
  };
}
