/** Good texts to begin with: what go printed for recorded modules. Runs from the root of the checkout. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const folder = 'samples/recorded';

function recorded(name: string): string {
  const file = `${folder}/${name}`;
  return (existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`))).toString('utf8');
}

function recordedEnding(ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map(recorded);
}

export const graphs: readonly string[] = ['cobra', 'echo', 'gopls', 'kubectl'].map((name) =>
  recorded(`${name}/graph.txt`),
);

export const goMods: readonly string[] = [
  ...recordedEnding('go.mod'),
  `// Deprecated: use example.com/m/v2
module example.com/m

go 1.24.0

toolchain go1.24.1

godebug (
	default=go1.21
	panicnil=1
)

require (
	example.com/a v1.2.3 // indirect
	"example.com/b/v2" v2.0.0-20180906233101-161cd47e91fd // a comment
	gopkg.in/yaml.v2 v2.4.0
	example.com/c v3.0.0+incompatible
)

exclude example.com/a v1.2.4

replace (
	example.com/a => ./a
	example.com/b/v2 v2.0.0 => example.com/fork/v2 v2.1.0
)

retract (
	v1.0.0 // broken
	[v1.1.0, v1.2.0]
)

tool example.com/a/cmd/x

ignore ./y
`,
];

export const goWorks: readonly string[] = [
  recorded('etcd-workspace/go.work'),
  'go 1.22\n\ntoolchain go1.22.3\n\ngodebug default=go1.21\n\nuse ./a\n\nuse (\n\t./b // two\n\t"./c d"\n)\n\nreplace example.com/x v1.0.0 => ../x\n',
];

export const goErrors: readonly string[] = recordedEnding('.err');

/** Modules as `go list -m -json` prints them, and one with every field. */
export const listed: readonly unknown[] = [
  ...['cobra', 'echo'].flatMap((name) => objects(recorded(`${name}/list.json`))),
  {
    Path: 'example.com/m',
    Version: 'v1.0.0',
    Main: false,
    Indirect: true,
    GoVersion: '1.22',
    Replace: { Path: './m', Version: '' },
    Dir: '/x/m',
    Time: '2020-01-02T03:04:05Z',
    Retracted: ['broken'],
    Deprecated: 'use another',
    Update: { Path: 'example.com/m', Version: 'v1.1.0' },
    Error: { Err: 'not found' },
  },
];

export const packages: readonly unknown[] = [
  { ImportPath: 'unsafe', Standard: true, DepOnly: true },
  {
    ImportPath: 'example.com/m/a [example.com/m/a.test]',
    Dir: '/x/a',
    ForTest: 'example.com/m/a',
    Module: { Path: 'example.com/m', Version: 'v0.0.0-dev', Main: true },
    Imports: ['unsafe', 'example.com/b'],
    TestImports: ['testing'],
    XTestImports: ['example.com/m/a'],
    Error: { ImportStack: ['example.com/m/a'], Err: 'import cycle not allowed' },
  },
];

export const vulnerabilities: readonly unknown[] = [
  { config: { protocol_version: 'v1.0.0' } },
  { progress: { message: 'Scanning' } },
  { osv: { id: 'GO-2024-2687', aliases: ['CVE-2023-45288'], summary: 'A flood' } },
  {
    finding: {
      osv: 'GO-2024-2687',
      fixed_version: 'v0.23.0',
      trace: [{ module: 'golang.org/x/net', version: 'v0.17.0' }],
    },
  },
  {
    finding: {
      osv: 'GO-2024-2687',
      trace: [{ module: 'golang.org/x/net', version: 'v0.17.0', package: 'golang.org/x/net/http2', function: 'F' }],
    },
  },
];

export const modEdits: readonly unknown[] = [
  {
    Module: { Path: 'example.com/m' },
    Go: '1.24',
    Toolchain: 'go1.24.1',
    Require: [
      { Path: 'example.com/a', Version: 'v1.0.0' },
      { Path: 'example.com/b', Version: 'v1.0.0', Indirect: true },
    ],
    Exclude: [{ Path: 'example.com/a', Version: 'v1.1.0' }],
    Replace: [{ Old: { Path: 'example.com/a', Version: 'v1.0.0' }, New: { Path: '../a' } }],
    Retract: [{ Low: 'v1.0.0', High: 'v1.0.1', Rationale: 'broken' }],
    Tool: [{ Path: 'example.com/a/cmd/x' }],
    Ignore: [{ Path: './y' }],
  },
  { Module: { Path: 'm' }, Go: '1.17', Require: null, Exclude: null, Replace: null, Retract: null },
];

export const workEdits: readonly unknown[] = [
  {
    Go: '1.22',
    Toolchain: 'go1.22.1',
    Use: [{ DiskPath: './a' }, { DiskPath: './b' }],
    Replace: [{ Old: { Path: 'x' }, New: { Path: 'y', Version: 'v1.0.0' } }],
  },
  { Use: null, Replace: null },
];

function objects(text: string): unknown[] {
  return text
    .split(/^(?=\{)/m)
    .filter((one) => one.trim() !== '')
    .map((one): unknown => JSON.parse(one));
}
