/** `updates to go.mod needed` (modload, readonly): where a require line is known that go would write otherwise, its own finding says so. */
import type { Model } from '../../model/model.ts';
import type { Severity } from '../types.ts';
import { refusedOf, type Refused } from './collect.ts';
import { said } from './said.ts';

export interface UpdateRefused {
  readonly severity: Severity;
  /** A sentence with go's words, to stand after others. */
  readonly words: string;
}

/** What go says of a go.mod whose require line of `path` it would write otherwise; undefined where it does not refuse it for that. */
export function updateRefused(model: Model, path: string): UpdateRefused | undefined {
  const update = updateOf(model);
  const refused = update !== undefined && isAbout(update, path) ? update : lostPackage(model, path);
  if (refused === undefined) return undefined;
  const { builds, text } = refused;
  const { verdict } = model.beside;
  const goesThrough = verdict?.mode === 'readonly' && verdict.build.state === 'accepted';
  return {
    severity: builds ? 'warn' : 'error',
    words: `go refuses it so: ${said(text).replace(/(?<![.!?…])$/, '.')}${goesThrough ? ' A build still works.' : ''}`,
  };
}

/** True where what go would change is all told with the require lines of `paths`: a toolchain line is another matter. */
export function isUpdateTold(model: Model, paths: readonly string[]): boolean {
  const refused = updateOf(model);
  if (refused === undefined || !paths.some((path) => isAbout(refused, path))) return false;
  return !(refused.wants ?? []).some((line) => wordsOf(line)[0] === 'toolchain');
}

/** A package that went with a requirement which go dropped: of this path nothing is selected any more. */
function lostPackage(model: Model, path: string): Refused | undefined {
  if (isSelected(model, path)) return undefined;
  return refusedOf(model).find(
    ({ code, subject }) => code === 'package-missing' && (subject === path || subject.startsWith(`${path}/`)),
  );
}

function isSelected({ graph }: Model, path: string): boolean {
  const p = graph.paths.indexOf(path);
  return p !== -1 && (graph.selected[p] ?? -1) !== -1;
}

/** A workspace leaves the go.mod files of its members as they are. */
function updateOf(model: Model): Refused | undefined {
  if (model.snapshot.work !== undefined) return undefined;
  return refusedOf(model).find(({ code, subject }) => code === 'updates-needed' && subject === 'go.mod');
}

/** True for a package that is told with the requirement, of one of `paths`, with which it went. */
export function isLostWith(model: Model, subject: string, paths: readonly string[]): boolean {
  return paths.some((path) => (subject === path || subject.startsWith(`${path}/`)) && !isSelected(model, path));
}

/** Where it is not known what go would write, each such line is a cause. */
function isAbout({ wants = [] }: Refused, path: string): boolean {
  return wants.length === 0 || wants.some((line) => wordsOf(line).includes(path));
}

/** `-require example.com/a latest` without its sign. */
function wordsOf(line: string): string[] {
  return line.replace(/^[-+]\s*/, '').split(/\s+/);
}
