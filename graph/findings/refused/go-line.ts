/** A go line below that of a dependency: go 1.21 and later refuse every build until go.mod says so (modload, "updates to go.mod needed"). */
import type { Model } from '../../model/model.ts';
import { nodeName } from '../../model/module-graph.ts';
import { row } from '../../model/adjacency.ts';
import { compareText } from '../../model/name.ts';
import { inWords } from '../../remedy/words.ts';
import { compareGoVersions } from '../../version/go-version.ts';
import type { Finding } from '../types.ts';
import { nameList } from './name-list.ts';

/** A go.mod without a go line is read as this one (modload/modfile.go, gover.DefaultGoModVersion). */
const unsaid = '1.16';

/**
 * The go version that the graph selects, as every `go@` in it is a requirement; by whom, sorted, main modules left out.
 * undefined where no dependency has a go line of 1.21 or later, which alone are in the graph.
 */
export function selectedGo({ graph }: Model): { readonly version: string; readonly by: readonly string[] } | undefined {
  const p = graph.paths.indexOf('go');
  if (p === -1) return undefined;
  let highest: number | undefined;
  for (let node = graph.firstOfPath[p] ?? 0; node < (graph.firstOfPath[p + 1] ?? 0); node++) {
    const isHigher =
      highest === undefined || compareGoVersions(graph.versions[node] ?? '', graph.versions[highest] ?? '') > 0;
    if (row(graph.in, node).length > 0 && isHigher) highest = node;
  }
  if (highest === undefined) return undefined;
  const by = Array.from(row(graph.in, highest), (node) => nodeName(graph, node))
    .filter((name) => name.includes('@') && !name.startsWith('toolchain@'))
    .sort(compareText);
  return { version: graph.versions[highest] ?? '', by };
}

/** An error for one module, a warning where it builds from its vendor folder all the same; a workspace takes the go line of go.work, and go does not hold that against its dependencies. */
export function findGoLineTooLow(model: Model): Finding[] {
  const { mains, work } = model.snapshot;
  const [main] = mains;
  const selected = selectedGo(model);
  if (work !== undefined || main === undefined || selected === undefined || selected.by.length === 0) return [];
  if (compareGoVersions(main.go ?? unsaid, selected.version) >= 0) return [];
  const { version, by } = selected;
  const { verdict } = model.beside;
  const goesThrough = verdict?.build.state === 'accepted';
  const builds = goesThrough && verdict.mode === 'vendor';
  return [
    {
      code: 'go-line-too-low',
      severity: builds ? 'warn' : 'error',
      subject: 'go.mod',
      evidence: `${main.go === undefined ? `go.mod has no go line, which means go ${unsaid}` : `The go line of go.mod is ${main.go}`}, and ${nameList(by)} ${by.length === 1 ? 'requires' : 'require'} go ${version}: ${goesThrough ? `go loads no graph until the go line is as high, though a build${builds ? ' from the vendor folder' : ''} goes through` : 'go builds nothing until the go line is as high'}.`,
      remedy: inWords(
        `Raise the go line to ${version}, as go mod tidy does; or require an older version of what requires it.`,
      ),
      proposals: [
        {
          words: `This raises the go line of go.mod${main.go === undefined ? '' : ` from ${main.go}`} to ${version}. To keep the line as it is, require an older version of what requires more.`,
          says: 'go',
          steps: [{ do: 'tidy', dir: '.' }],
        },
      ],
      nodes: [],
    },
  ];
}
