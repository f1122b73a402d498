/** A `gh` and a `curl` that keep the comments of one pull request in a file, as GitHub and GitLab do. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Comment {
  readonly id: number;
  readonly by: string;
  readonly body: string;
}

export interface Forge {
  /** Put it first on the PATH. */
  readonly folder: string;
  comments(): Comment[];
  /** Somebody writes one. */
  add(by: string, ...bodies: readonly string[]): void;
  /** What was asked: `POST repos/o/r/issues/7/comments`; with the arguments of the program, to look for secrets in. */
  asked(): { readonly what: string; readonly argv: readonly string[]; readonly token: string }[];
  /** From now on everything but reading is answered with this status. */
  refuse(status: number): void;
}

/** What both programs share; `ask(method, path, body)` is answered with JSON, or ends the program with a status of HTTP. */
const shared = `
const fs = require('fs');
const file = process.env.FORGE_STATE;
const argv = process.argv.slice(2);
const options = { body: undefined, method: 'GET', path: '', headers: [] };
function ask(state, token, me, shape, fail) {
  const { method, path: url, body } = options;
  const [where, query = ''] = url.split('?');
  state.asked.push({ what: method + ' ' + url, argv, token });
  fs.writeFileSync(file, JSON.stringify(state));
  if (method !== 'GET' && state.refuse) return fail(state.refuse);
  const id = Number(/(\\d+)$/.exec(where)?.[1]);
  const of = new URLSearchParams(query);
  let answer = '';
  if (where === 'user') answer = { username: me };
  else if (method === 'GET') {
    const [page, size] = [Number(of.get('page') ?? 1), Number(of.get('per_page') ?? 20)];
    answer = state.comments.slice((page - 1) * size, page * size).map(shape);
  } else if (method === 'POST') {
    const comment = { id: 1000 + state.comments.length, by: me, body };
    state.comments.push(comment);
    answer = shape(comment);
  } else {
    const at = state.comments.findIndex((one) => one.id === id);
    if (at === -1) return fail(404);
    if (method === 'DELETE') state.comments.splice(at, 1);
    else state.comments[at] = { ...state.comments[at], body };
  }
  fs.writeFileSync(file, JSON.stringify(state));
  process.stdout.write(JSON.stringify(answer));
}
const state = JSON.parse(fs.readFileSync(file, 'utf8'));
`;

const gh = `#!/usr/bin/env node
${shared}
if (argv[0] !== 'api') throw new Error('gh ' + argv.join(' '));
for (let at = 1; at < argv.length; at++) {
  if (argv[at] === '-H') options.headers.push(argv[++at]);
  else if (argv[at] === '--method') options.method = argv[++at];
  else if (argv[at] === '-F') {
    const [, key, name] = /^(\\w+)=@(.*)$/.exec(argv[++at]);
    options[key] = fs.readFileSync(name, 'utf8');
  } else if (argv[at].startsWith('-')) throw new Error('gh ' + argv[at]);
  else options.path = argv[at];
}
ask(state, process.env.GH_TOKEN, 'github-actions[bot]', ({ id, by, body }) => ({ id, user: { login: by }, body }), (status) => {
  process.stdout.write('{"message":"Resource not accessible by integration"}');
  console.error('gh: Resource not accessible by integration (HTTP ' + status + ')');
  process.exit(1);
});
`;

const curl = `#!/usr/bin/env node
${shared}
for (let at = 0; at < argv.length; at++) {
  if (argv[at] === '--request') options.method = argv[++at];
  else if (argv[at] === '--header') options.headers.push(fs.readFileSync(argv[++at].slice(1), 'utf8'));
  else if (argv[at] === '--data-urlencode') {
    const [, key, name] = /^(\\w+)@(.*)$/.exec(argv[++at]);
    options[key] = fs.readFileSync(name, 'utf8');
  } else if (['--max-time', '--retry'].includes(argv[at])) at++;
  else if (!['--silent', '--show-error', '--fail'].includes(argv[at])) options.path = argv[at].replace('https://gitlab.example.com/api/v4/', '');
}
const [, token = ''] = /^PRIVATE-TOKEN: (.*)\\n$/.exec(options.headers.join('')) ?? [];
ask(state, token, 'project_1_bot', ({ id, by, body }) => ({ id, author: { username: by }, body }), (status) => {
  console.error('curl: (22) The requested URL returned error: ' + status);
  process.exit(22);
});
`;

interface State {
  comments: Comment[];
  asked: { what: string; argv: string[]; token: string }[];
  refuse?: number;
}

/** Lays both programs into `folder`; they need FORGE_STATE, which is `folder`/state.json. */
export function makeForge(folder: string): Forge {
  const file = path.join(folder, 'state.json');
  const read = (): State => JSON.parse(readFileSync(file, 'utf8')) as State;
  const write = (state: State): void => {
    writeFileSync(file, JSON.stringify(state));
  };
  write({ comments: [], asked: [] });
  for (const [name, text] of Object.entries({ gh, curl })) {
    // A file without an ending is CommonJS only where no package.json above says otherwise.
    writeFileSync(path.join(folder, name), text);
    chmodSync(path.join(folder, name), 0o755);
  }
  return {
    folder,
    comments: () => read().comments,
    asked: () => read().asked,
    add: (by, ...bodies) => {
      const state = read();
      for (const body of bodies) state.comments.push({ id: 100 + state.comments.length, by, body });
      write(state);
    },
    refuse: (status) => {
      write({ ...read(), refuse: status });
    },
  };
}
