/** What a recorded text is, by its beginning: people hand `--list` the text of `go list -m all`, and `--graph` a go.mod. */

/** What each is called, which option reads it, and how it comes to be. */
export const recordings = {
  graph: { is: 'what `go mod graph` prints', option: '--graph', record: '`go mod graph > graph.txt`' },
  list: { is: 'what `go list -m -json all` prints', option: '--list', record: '`go list -m -json all > list.json`' },
  'go.mod': { is: 'a go.mod', option: '--mod', record: 'the go.mod of the module, as it is' },
  snapshot: { is: 'a snapshot of modscope', option: '--snapshot', record: '`modscope snapshot -o FILE`' },
  report: {
    is: 'a report of govulncheck',
    option: '--vuln',
    record: '`govulncheck -format json ./... > FILE`',
  },
  policy: { is: 'a policy of modscope', option: '--config', record: 'modscope.config.json (docs/policy.md)' },
} as const;

export type Recording = keyof typeof recordings;

/** What no option reads. */
const others = {
  'list text': 'the text of `go list -m all`, not its JSON',
  packages: 'what `go list -json` prints of packages, not of modules (-m)',
  'module rows': 'what `modscope list --json` prints',
  'go.work': 'a go.work',
  'go.sum': 'a go.sum',
  'vendor list': 'a vendor/modules.txt',
  why: 'what `go mod why` prints',
  binary: 'no text',
  buildinfo: 'what `go version -m` prints',
  stderr: 'what go says on stderr, not on stdout',
  picture: 'a picture',
  page: 'a web page',
  nothing: 'empty',
} as const;

export type Recognized = Recording | keyof typeof others;

/** Characters of the beginning that are looked at. */
export const headLength = 64 << 10;

/**
 * What a text is that begins so; undefined where no rule is sure. `whole`: it ends there, too. Sure means that what the readers
 * of the six recordings take is never called anything else.
 */
export function recognize(head: string, whole: boolean): Recognized | undefined {
  const text = head.replace(/^\uFEFF/, '').slice(0, headLength);
  if (whole && text.trim() === '') return 'nothing';
  // UTF-16, which PowerShell writes, is told of by whoever decodes the whole.
  if (text.startsWith('\uFFFD\uFFFD')) return undefined;
  if (text.includes('\0')) return 'binary';
  const begin = text.trimStart();
  if (/^[{[]/.test(begin)) return ofJson(begin);
  if (/^(?:<\?xml[^>]*>\s*)?<svg/.test(begin) || /^(?:strict )?digraph\b|^flowchart [A-Z]{2}/.test(begin))
    return 'picture';
  if (/^<(?:!doctype html|html)/i.test(begin)) return 'page';
  const lines = text.split(/\r?\n/);
  // The last one may have been cut.
  if (!whole) lines.pop();
  return ofLines(lines.filter((line) => line.trim() !== ''));
}

function ofJson(begin: string): Recognized | undefined {
  if (/^\{\s*"format":\s*\d/.test(begin)) return 'snapshot';
  if (/^\{\s*"(?:config|progress|SBOM|osv|finding)":\s*\{/.test(begin)) return 'report';
  if (/^\{\s*"(?:\$schema|forbid|allow|limits|baseline|findings)":/.test(begin)) return 'policy';
  if (/^\[\s*\{\s*"path":/.test(begin)) return 'module rows';
  if (!begin.startsWith('{')) return undefined;
  if (/(?:^|[{,])[ \t]*"ImportPath":/m.test(begin)) return 'packages';
  return /(?:^|[{,])[ \t]*"Path":/m.test(begin) ? 'list' : undefined;
}

function ofLines(lines: readonly string[]): Recognized | undefined {
  const [first = '', second = ''] = lines;
  const every = (pattern: RegExp): boolean => lines.length > 0 && lines.every((line) => pattern.test(line));
  if (/^\S+ \S+@\S+$/.test(first)) return 'graph';
  if (/^go: /.test(first)) return 'stderr';
  if (every(/^\S+ v\S+ h1:\S+$/)) return 'go.sum';
  if (/^# \S+ v\S+/.test(first)) return 'vendor list';
  if (/^# \S+$/.test(first) && !lines.some((line) => line.startsWith('module '))) return 'why';
  if (/: (?:go|devel go)1?\S*$/.test(first) && /^\t(?:path|mod)\t/.test(second)) return 'buildinfo';
  if (lines.some((line) => /^\s*module[\s(]/.test(line))) return 'go.mod';
  if (lines.some((line) => /^use[\s(]/.test(line))) return 'go.work';
  const [, ...modules] = lines;
  const isMain = /^[\w.~/-]+$/.test(first);
  return isMain && modules.every((line) => /^\S+(?: v\d\S*)?(?: \[\S+\])?(?: =>.*)?$/.test(line))
    ? 'list text'
    : undefined;
}

/** What is said of a text that is something else than what was wanted: after the name of the file, and what helps. */
export function otherThan(wanted: Recording, found: Recognized): { readonly message: string; readonly hint: string } {
  const { is, option, record } = recordings[wanted];
  const reads = isRecording(found) ? `\`${recordings[found].option}\` reads it. ` : '';
  return {
    message: `is ${isRecording(found) ? recordings[found].is : others[found]}, and \`${option}\` reads ${is}.`,
    hint: `${reads}For \`${option}\`: ${record}.`,
  };
}

function isRecording(found: Recognized): found is Recording {
  return found in recordings;
}
