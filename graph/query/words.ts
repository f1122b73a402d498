/** The words of the query language, one line each: the page, `--help` and the docs read these. */
import type { Needs } from '../model/known.ts';
import type { FunctionName } from './ast.ts';

export interface StateWord {
  readonly word: string;
  readonly means: string;
  /** What it cannot be answered without. */
  readonly needs?: Needs;
}

export const stateWords: readonly StateWord[] = [
  { word: 'main', means: 'a main module' },
  { word: 'direct', means: 'required by a main module without // indirect' },
  { word: 'indirect', means: 'in the build list, but not direct' },
  { word: 'selected', means: 'in the build list' },
  { word: 'superseded', means: 'a version that lost to a higher one of its path' },
  {
    word: 'conflict',
    means: 'its path is required across a major, a v0 minor or a pre-release, or declared below what is selected',
  },
  { word: 'cycle', means: 'in a cycle of versions or of paths' },
  { word: 'replaced', means: 'a replace line stands for it' },
  { word: 'excluded', means: 'a main module excludes a version of its path' },
  { word: 'kept', means: 'in the build list, but no path over selected versions leads to it' },
  { word: 'incompatible', means: 'a +incompatible version' },
  { word: 'pseudo', means: 'a pseudo-version, made from a commit' },
  { word: 'v0', means: 'a version below v1' },
  { word: 'tool', means: 'provides a tool that a main module names' },
  { word: 'error', means: 'go could not load something of it' },
  { word: 'toolchain', means: 'a go or toolchain line' },
  { word: 'retracted', means: 'its author took the version back', needs: 'facts' },
  { word: 'deprecated', means: 'its author calls the module deprecated', needs: 'facts' },
  { word: 'outdated', means: 'a newer version exists', needs: 'facts' },
  { word: 'imported', means: 'a package of it is imported, tests of the main modules not counted', needs: 'packages' },
  { word: 'unused', means: 'in the build list, but no package of it is imported', needs: 'packages' },
  {
    word: 'elsewhere',
    means: 'imported on another platform, by tests of a dependency or as a tool of go.mod, but not in this build',
    needs: 'packages',
  },
  { word: 'test', means: 'imported by tests only', needs: 'packages' },
  { word: 'pruned', means: 'its requirements were pruned from the graph', needs: 'go.mod' },
  {
    word: 'vulnerable',
    means: 'the vulnerability database or govulncheck names a vulnerability in it',
    needs: 'vulnerabilities',
  },
];

export interface FormWord {
  readonly form: string;
  readonly means: string;
  /** A query of that form, to be asked of the sample kubectl. */
  readonly example: string;
}

export const functionWords: readonly (FormWord & { readonly name: FunctionName })[] = [
  {
    name: 'from',
    form: 'from(Q) from(Q, 2)',
    means: 'Q and what it requires, to the end or so many steps',
    example: 'from(github.com/spf13/cobra, 1)',
  },
  {
    name: 'to',
    form: 'to(Q) to(Q, 2)',
    means: 'Q and what requires it, to the end or so many steps',
    example: 'to(golang.org/x/net, 1)',
  },
  {
    name: 'near',
    form: 'near(Q, 1)',
    means: 'Q and its neighbours, so many steps away',
    example: 'near(sigs.k8s.io/yaml, 1)',
  },
  {
    name: 'between',
    form: 'between(A, B)',
    means: 'every module on a path from A to B',
    example: 'between(k8s.io/cli-runtime, golang.org/x/net)',
  },
  {
    name: 'shortest',
    form: 'shortest(A, B)',
    means: 'one shortest path from A to B',
    example: 'shortest(is:main, golang.org/x/net)',
  },
  {
    name: 'alone',
    form: 'alone(Q)',
    means: 'Q and what Q alone brings: no other direct requirement and no tool leads to it',
    example: 'alone(k8s.io/component-base)',
  },
  {
    name: 'dominated',
    form: 'dominated(Q)',
    means: 'Q and what only paths through Q lead to, // indirect lines of go.mod counted as paths',
    example: 'dominated(k8s.io/apimachinery)',
  },
];

export const otherWords: readonly FormWord[] = [
  { form: 'yaml', means: 'module paths that hold it', example: 'yaml' },
  { form: 'golang.org/x/...', means: "Go's pattern: the path and all below it", example: 'golang.org/x/...' },
  { form: '*/grpc*', means: 'a glob; * stands for any text', example: '*/go-*' },
  {
    form: 'path@v1.2.3 path@<v0.23.0',
    means: 'a version, or versions below, above, from or up to it',
    example: 'golang.org/x/...@>=v0.18.0',
  },
  { form: 'depth:<=2', means: 'so many steps from a main module', example: 'depth:<=1' },
  { form: 'limit:200', means: 'the first so many, nearest to a main module first', example: 'k8s.io/... limit:5' },
  { form: 'major:split', means: 'in the build list in two majors', example: 'major:split' },
];

/** Words that only a comparison of two graphs answers. */
export const changeWords: readonly Pick<FormWord, 'form' | 'means'>[] = [
  { form: 'added: added:k8s.io/...', means: 'in the build list now, and not before; of these, the paths that match' },
  { form: 'removed:', means: 'in the build list before, and not now' },
  { form: 'changed:', means: 'in both, but not as it was: another version, replacement, or direct and indirect' },
];

/** How words are joined: `|` binds weakest, then and, then `-`. */
export const operatorWords: readonly FormWord[] = [
  { form: 'A B · A & B', means: 'what matches both', example: 'is:direct k8s.io/...' },
  { form: 'A | B', means: 'what matches one of the two', example: 'is:pseudo | is:incompatible' },
  { form: '-A', means: 'what does not match', example: '-k8s.io/... is:direct' },
  { form: '( )', means: 'brackets group', example: '(yaml | json) -is:direct' },
];
