/** Bodies that would be words for go, for a prototype or for a file, were they believed; with the right token. */
import { text, type HostileRequest, type Target } from './request.ts';

/** In the place of a module path or of a version. */
const words = [
  '-x',
  '-modfile=/tmp/x',
  '-toolexec=/bin/sh',
  '--',
  '-C=/',
  '@',
  '',
  ' ',
  '.',
  '..',
  '../../etc',
  '/etc/passwd',
  'C:\\x',
  'example.com/../../x',
  'example.com//x',
  'example.com/x/',
  'example.com/x y',
  'example.com/x\ny',
  'example.com/x\r\nrequire evil.example v1.0.0',
  'example.com/x\u0000',
  'example.com/x // indirect',
  'example.com/x" v1.0.0',
  'example.com/`id`',
  'example.com/$(id)',
  'example.com/x;id',
  'example.com/x|id',
  'example.com/x&id',
  'example.com/<script>',
  'example.com/\u202ex',
  'example.com/\ud800',
  'file:///etc/passwd',
  'https://evil.example/x',
  'git+ssh://evil.example/x',
  'go',
  'toolchain',
  'x'.repeat(1500),
] as const;

const notObjects = [
  '',
  ' ',
  'null',
  'true',
  '1',
  '"x"',
  '[]',
  '[{}]',
  '{',
  '}',
  '{}x',
  '{"edits"}',
  "{'edits':{}}",
  '{"edits":{},}',
  '{edits:{}}',
  '{"edits":NaN}',
  '{"edits":1e999}',
  '\xff\xfe{\x00}\x00',
  '\xef\xbb\xbf{}',
  '\x00',
  '{"edits":{"drop":"\x01"}}',
  ")]}',\n{}",
  '<xml/>',
  'edits=x',
] as const;

const shapes: readonly unknown[] = [
  {},
  { edits: {} },
  { edits: null },
  { edits: [] },
  { edits: 'x' },
  { edits: { drop: 'x' } },
  { edits: { drop: [1] } },
  { edits: { drop: [null] } },
  { edits: { drop: [['x']] } },
  { edits: { drop: [{}] } },
  { edits: { drop: { length: 1 } } },
  { edits: { go: 1 } },
  { edits: { go: '-x' } },
  { edits: { go: '1.22\n' } },
  { edits: { go: '1.22; id' } },
  { edits: { drop: ['example.com/x'], exec: 'id' } },
  { edits: { drop: ['example.com/x'] }, in: 1 },
  { edits: { drop: ['example.com/x'] }, env: { GOFLAGS: '-toolexec=id' } },
  { edits: { drop: ['example.com/x'] }, dir: '/' },
];

/** In the place of a revision: options, files, two revisions, other repositories, what is no commit. */
const revisions = [
  '--all',
  '--git-dir=/',
  '--upload-pack=id',
  '--output=/tmp/x',
  '-p',
  'v1..v2',
  'v1...v2',
  '^v1',
  'v1 v2',
  'v1\n--all',
  'HEAD:go.mod',
  'HEAD^{tree}',
  'HEAD^{blob}',
  'HEAD~1000000',
  'HEAD@{1000000}',
  ':/(((((',
  ':go.mod',
  'refs/heads/../../etc/passwd',
  'FETCH_HEAD',
  'https://evil.example/x.git',
  'ext::sh -c id',
  '0'.repeat(40),
  'f'.repeat(64),
] as const;

const comparisons: readonly unknown[] = [
  {},
  { base: null },
  { base: 1 },
  { base: ['v1'] },
  { base: { name: 'v1' } },
  { base: 'v1', head: 'HEAD' },
  { base: 'v1', dir: '/' },
  { base: 'v1', kind: 'snapshot' },
  { base: 'v1', file: '/etc/passwd' },
  { base: 'v1', env: { GIT_SSH_COMMAND: 'id' } },
  { file: '/etc/passwd' },
  { snapshot: {} },
];

const pictures: readonly unknown[] = [
  {},
  { format: 'exe' },
  { format: '../../x' },
  { format: ['svg'] },
  { format: 'SVG' },
  { format: 'svg', out: '/etc/passwd' },
  { format: 'svg', file: 'x' },
  { format: 'svg', view: 'x' },
  { format: 'svg', view: { query: 1 } },
  { format: 'svg', view: { query: 'x'.repeat(10_000) } },
  { format: 'svg', view: { query: 'is:nonsense' } },
  { format: 'svg', view: { limit: -1 } },
  { format: 'svg', view: { limit: 1e308 } },
  { format: 'svg', view: { limit: 'all' } },
  { format: 'svg', view: { open: 'x' } },
  { format: 'svg', view: { scope: '__proto__' } },
  { format: 'svg', view: { collapse: 'constructor' } },
  { format: 'svg', direction: 'sideways' },
  { format: 'svg', theme: '</style><script>' },
  { format: 'svg', engine: 'dot' },
  { format: 'png', scale: 0 },
  { format: 'png', scale: -1 },
  { format: 'png', scale: 1e9 },
  { format: 'png', scale: '2' },
  { format: 'svg', title: 1 },
  { format: 'svg', title: 'x'.repeat(5000) },
  { format: 'svg', caption: 'none' },
];

/** JSON.stringify leaves __proto__ out. */
const prototypes = [
  '{"__proto__":{"edits":{"drop":["example.com/x"]}}}',
  '{"edits":{"__proto__":{"drop":["example.com/x"]}}}',
  '{"edits":{"constructor":{"prototype":{"polluted":1}}}}',
  '{"constructor":{"prototype":{"polluted":1}},"format":"svg"}',
  '{"format":"svg","__proto__":{"polluted":1},"view":1}',
  '{"format":"svg","view":{"__proto__":{"polluted":1},"query":1}}',
  '{"__proto__":{"base":"HEAD"}}',
] as const;

/** `@` is a name of git's for HEAD: whoever is let in may compare with it. */
const names: readonly string[] = [...words.filter((word) => word !== '@'), ...revisions];

/** Who asks waits for the answer, as the page does: a question whose asker is gone is dropped before git has judged it. */
function waiting({ token }: Target, path: string, body: unknown): HostileRequest {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const text = JSON.stringify(body);
  return { what: `POST ${path} ${text.slice(0, 100)}`, path, init: { method: 'POST', headers, body: text } };
}

export function hostileQuestions(target: Target): HostileRequest[] {
  const post = (path: string, body: string): HostileRequest => ({
    what: `POST ${path} ${body.slice(0, 100)}`,
    raw: text(target, {
      method: 'POST',
      path,
      headers: { 'Content-Type': 'application/json' },
      // The bytes of UTF-8, a character each.
      body: Buffer.from(body).toString('latin1'),
    }),
  });
  const edits = words.flatMap((word) => [
    { drop: [word] },
    { set: [`${word}@v1.0.0`] },
    { set: [`example.com/x@${word}`] },
    { replace: [`${word}=example.com/y@v1.0.0`] },
    { exclude: [`${word}@v1.0.0`] },
  ]);
  return [
    ...edits.map((edit) => post('/api/what-if', JSON.stringify({ edits: edit }))),
    ...shapes.map((shape) => post('/api/what-if', JSON.stringify(shape))),
    ...pictures.map((shape) => post('/api/export', JSON.stringify(shape))),
    ...[...names.map((base) => ({ base })), ...comparisons].map((shape) => waiting(target, '/api/diff', shape)),
    // The doctor takes no words at all: neither a folder nor a program can be named to it.
    ...[{}, { dir: '/' }, { go: '/bin/sh' }, { env: { GOFLAGS: '-toolexec=id' } }].map((shape) =>
      post('/api/doctor', JSON.stringify(shape)),
    ),
    ...['/api/what-if', '/api/export', '/api/diff'].flatMap((path) =>
      [...notObjects, ...prototypes].map((body) => post(path, body)),
    ),
  ];
}
