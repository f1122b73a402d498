/** Ways that a user takes through recorded modules: what is opened, left out, narrowed, and a reload. */
import { readFileSync, existsSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Model } from '../../graph/model/model.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import type { View, ViewOptions } from '../../graph/view/types.ts';
import { makeView } from '../../graph/view/view.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { ModGraphParser } from '../../parsers/mod-graph.ts';

export interface Step {
  readonly name: string;
  readonly view: View;
}

export interface Walk {
  readonly sample: string;
  /** The first is where the user begins. */
  readonly steps: readonly Step[];
}

/** What is opened, the module left out, the query that narrows, and the module that a reload raises. */
const plans: readonly (readonly [
  sample: string,
  from: Partial<ViewOptions>,
  open: readonly string[],
  exclude: string,
  narrow: string,
  raise: string,
])[] = [
  [
    'kubectl',
    {},
    ['cycle:golang.org/x/net@v0.23.0'],
    'sigs.k8s.io/kustomize/api',
    'to(golang.org/x/net)',
    'golang.org/x/sys',
  ],
  ['gopls', {}, ['cycle:golang.org/x/mod@v0.18.0'], 'honnef.co/go/tools', 'to(golang.org/x/mod)', 'golang.org/x/text'],
  ['caddy', { query: 'limit:90' }, [], 'github.com/spf13/cobra', 'limit:60', 'golang.org/x/net'],
  ['helm', { query: 'near(helm.sh/helm/v3, 1)' }, [], 'oras.land/oras-go', 'to(golang.org/x/net)', 'golang.org/x/sys'],
  [
    'prometheus',
    { query: 'to(google.golang.org/grpc)' },
    [],
    'go.opentelemetry.io/otel',
    'near(google.golang.org/grpc, 1)',
    'golang.org/x/net',
  ],
  ['helm', {}, ['owner:k8s.io', 'owner:golang.org/x'], 'oras.land/oras-go', 'to(golang.org/x/net)', 'golang.org/x/sys'],
  [
    'prometheus',
    {},
    ['owner:github.com/hashicorp', 'owner:golang.org/x'],
    'google.golang.org/grpc',
    'to(google.golang.org/grpc)',
    'golang.org/x/net',
  ],
  [
    'traefik',
    {},
    ['owner:github.com/hashicorp', 'owner:golang.org/x'],
    'google.golang.org/grpc',
    'to(github.com/spf13/cobra)',
    'golang.org/x/net',
  ],
  ['prometheus', { collapse: 'none', limit: 0 }, [], 'google.golang.org/grpc', 'limit:150', 'golang.org/x/net'],
];

export function walks(only: string): Walk[] {
  return plans.flatMap(([sample, from, open, exclude, narrow, raise]) => {
    if (!sample.includes(only)) return [];
    const model = modelOf(sample);
    const start: ViewOptions = { ...defaultView, ...from };
    const steps: Step[] = [];
    const go = (name: string, options: ViewOptions, of = model): void => {
      steps.push({ name, view: makeView(of, options) });
    };
    const both = (one: string, other: string): string => (one === '' ? other : `(${one}) & ${other}`);
    const opened: string[] = [];
    const grouped = makeView(model, start).receipt.grouped;
    go(`begin${grouped === 'none' ? '' : ', grouped'}`, start);
    for (const id of open) {
      opened.push(id);
      go(`open ${id}`, { ...start, open: [...opened] });
    }
    if (open.length > 0) go('close', start);
    go(`without ${exclude}`, { ...start, query: both(start.query, `-${exclude}`) });
    go('with it again', start);
    go(`raise ${raise}`, start, modelOf(sample, raise));
    go(`narrow to ${narrow}`, { ...start, query: narrow }, modelOf(sample, raise));
    go('widen again', start, modelOf(sample, raise));
    return [{ sample, steps }];
  });
}

/** The model of a sample; `raised`: with the selected version of that module a higher one, which requires one module less. */
function modelOf(name: string, raised?: string): Model {
  const read = (file: string): string => {
    const path = `samples/recorded/${name}/${file}`;
    return (existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`))).toString('utf8');
  };
  let [graph, list] = [read('graph.txt'), read('list.json')];
  if (raised !== undefined) {
    const version = new RegExp(`"Path": "${raised}",\\s+"Version": "([^"]+)"`).exec(list)?.[1];
    if (version === undefined) throw new Error(`${name} does not select ${raised}`);
    const [from, to] = [`${raised}@${version}`, `${raised}@v0.999.0`];
    list = list.replace(new RegExp(`("Path": "${raised}",\\s+"Version": ")[^"]+`), '$1v0.999.0');
    const lines = graph.split('\n');
    const first = lines.findIndex((line) => line.startsWith(`${from} `));
    graph = lines
      .filter((_, n) => n !== first)
      .map((line) =>
        line
          .split(' ')
          .map((one) => (one === from ? to : one))
          .join(' '),
      )
      .join('\n');
  }
  const parser = new ModGraphParser();
  parser.push(Buffer.from(graph));
  const { main } = readGoMod(read('go.mod'));
  return openSnapshot(assemble({ edges: parser.end(), listed: parseListModules(list), mains: [main] }));
}
