/** What a model knows beyond the graph itself, and what each part is called where it is missing. */
import type { Model } from './model.ts';

/** What a check or a word of the query language cannot do without. */
export type Needs =
  'verdict' | 'build' | 'sources' | 'packages' | 'tidy' | 'facts' | 'go.mod' | 'vulnerabilities' | 'settings';

/** Stands after `needs` and `without`. */
export const needWords: Readonly<Record<Needs, string>> = {
  verdict: 'go’s verdict on the graph',
  build: 'go’s verdict on a build',
  sources: 'the sources of the main modules',
  packages: 'packages',
  tidy: 'go mod tidy',
  facts: 'facts from the network',
  'go.mod': 'the go.mod of each module',
  vulnerabilities: 'the vulnerability database or a report of govulncheck',
  settings: 'the settings of go',
};

/** Which option of the command line brings it, where one does. */
export const needOptions: Readonly<Partial<Record<Needs, string>>> = {
  build: '--packages',
  packages: '--packages',
  tidy: '--packages',
  facts: '--facts',
  vulnerabilities: '--facts',
};

/** False where a part was not asked for, or could not be had: nothing may be claimed from its absence. */
export function isKnown({ snapshot, beside }: Model, needs: Needs): boolean {
  switch (needs) {
    case 'sources':
      return beside.commands !== undefined;
    case 'verdict':
      return beside.verdict !== undefined && beside.verdict.graph.state !== 'not asked';
    case 'build':
      return beside.verdict !== undefined && beside.verdict.build.state !== 'not asked';
    case 'packages':
      return snapshot.packages !== undefined;
    case 'tidy':
      return snapshot.packages?.tidy !== undefined;
    case 'facts':
      return snapshot.facts !== undefined;
    case 'vulnerabilities':
      return snapshot.vulnerabilities !== undefined;
    case 'go.mod':
      return beside.frontier !== undefined;
    case 'settings':
      return beside.settings !== undefined;
  }
}
