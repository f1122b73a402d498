/** What-if's .mod files that are not in the module cache: go fetches them, by loading a scratch copy that holds the edits. */
import { Fault, toFault } from '../../graph/fault.ts';
import { joinName } from '../../graph/model/name.ts';
import { nearest } from '../../graph/nearest.ts';
import type { ModuleRef } from '../../graph/snapshot/types.ts';
import type { Edit } from '../../graph/what-if/edits.ts';
import type { Lacking } from '../../graph/what-if/variants.ts';
import type { WhatIf } from '../../graph/what-if/what-if.ts';
import { ownFlags } from '../process/go-flags.ts';
import type { GoEnv } from '../process/go-env.ts';
import type { Go } from '../process/go.ts';
import type { Project } from './find.ts';
import { namesOf } from './machine.ts';
import { makeScratch } from './scratch.ts';
import { layDeclared } from './what-if-go-mod.ts';

/** How many of the modules that are not known are named. */
const named = 5;

/**
 * Lets `go mod graph` load each set of declarations that lacked something: so go fetches the .mod files that this load
 * reads, checks them against go.sum or the checksum database, and fetches no module. Throws a Fault with go's words, in
 * which the scratch folder is the project's; where an edit names a path that the graph does not know, the hint has the
 * nearest that it does.
 */
export async function fetchAll(
  project: Project,
  { lacking, base }: WhatIf,
  edits: readonly Edit[],
  go: Go,
  env: GoEnv,
): Promise<void> {
  const scratch = makeScratch(project);
  try {
    for (const [n, { declared }] of lacking.entries()) {
      const copy = scratch.copy(`what-if-${String(n)}`);
      layDeclared(copy, project, declared);
      const GOFLAGS = ownFlags(env.GOFLAGS, project.work === undefined ? 'mod' : 'readonly');
      try {
        await go.run(project.root, ['mod', 'graph', ...copy.flags], { GOWORK: copy.gowork, GOFLAGS }, () => undefined);
      } catch (error) {
        const names = [copy.folder, scratch.folder].flatMap((folder) => namesOf(folder, project.root));
        throw explained(toFault(error), names, project.root, hintFor(edits, base));
      }
    }
  } finally {
    scratch.remove();
  }
}

function explained(fault: Fault, scratch: readonly string[], root: string, hint: string | undefined): Fault {
  const shown = (text: string): string => scratch.reduce((all, name) => all.replaceAll(name, root), text);
  const hints = [fault.hint, hint].filter((one) => one !== undefined).map(shown);
  return new Fault(fault.code, shown(fault.message), {
    ...(hints.length === 0 ? {} : { hint: hints.join('\n') }),
    ...(fault.detail === undefined ? {} : { detail: shown(fault.detail) }),
    cause: fault,
  });
}

/** A path that an edit brings in may be mistyped. */
function hintFor(edits: readonly Edit[], { modules }: WhatIf['base']): string | undefined {
  const known = [...new Set(modules.map(({ path }) => path))];
  const brought = edits.flatMap((edit): ModuleRef[] =>
    edit.kind === 'require' ? [edit] : edit.kind === 'replace' && edit.new.version !== undefined ? [edit.new] : [],
  );
  const hints = brought
    .filter(({ path }) => !known.includes(path))
    .flatMap(({ path }) => {
      const near = nearest(path, known, 3);
      return near.length === 0 ? [] : [`${path} is not in the module graph: did you mean ${near.join(', ')}?`];
    });
  return hints.length === 0 ? undefined : hints.join('\n');
}

/** True when fetching brought nothing. */
export function sameLack(before: readonly Lacking[], after: readonly Lacking[]): boolean {
  const names = (lacking: readonly Lacking[]): string => JSON.stringify(lacking.map(({ missing }) => missing));
  return names(before) === names(after);
}

/** The Fault for go.mod files that are not there, and that go may not or could not fetch. */
export function notAtHand(lacking: readonly Lacking[], offline: boolean): Fault {
  const names = someNames(lacking.flatMap(({ missing }) => missing));
  return offline
    ? new Fault(
        'go-failed',
        `The go.mod of ${names} is not in the module cache, and --offline lets go fetch nothing.`,
        { hint: 'Run it once without --offline.' },
      )
    : new Fault('go-failed', `The go.mod of ${names} is not to be had.`, {
        hint: 'go.mod may name a branch or a commit there, which `go mod tidy` would make a version; a folder may lack its go.mod.',
      });
}

/** Names of modules for a message, the first few. */
function someNames(modules: readonly ModuleRef[]): string {
  const names = [...new Set(modules.map(({ path, version }) => joinName(path, version)))].sort();
  const more = names.length > named ? ` and ${String(names.length - named)} more` : '';
  return `${names.slice(0, named).join(', ')}${more}`;
}
