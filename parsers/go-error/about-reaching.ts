/** Go's words when a module, a proxy or the disk cannot be reached. */
import { moduleName, type Rule } from './rule.ts';

const private_ =
  'If it is private, name its host in GOPRIVATE, and let git sign in by itself (an ssh key, or ~/.netrc). If it is public, check its name and version.';

/** In the order in which they are tried. Words: cmd/go/internal/modfetch, cmd/go/internal/web, net and os. */
export const aboutReaching: readonly Rule[] = [
  {
    // Which disk it is, go says where it names the file: one of its caches, or our copy in the folder for temporary files.
    pattern:
      /(?<file>(?:[A-Za-z]:)?[/\\][^\s:]+)?(?:: )?(?:no space left on device|disk quota exceeded|There is not enough space on the disk)/,
    meaning: ({ file }) => ({
      code: 'write-failed',
      message: `The disk is full: go could not write ${file ?? 'to its caches'}.`,
      hint: 'Make room there: the caches of go (GOCACHE, GOMODCACHE) can be emptied, and fill again; TMPDIR names another folder for temporary files.',
    }),
  },
  {
    pattern: /module cache not found: |GOCACHE is not defined and neither|build cache is required/,
    meaning: () => ({
      code: 'go-failed',
      message: 'go does not know where its caches are.',
      hint: 'Set HOME, or GOMODCACHE and GOCACHE.',
    }),
  },
  {
    pattern: /(?<file>\S+): (?:permission denied|read-only file system|Access is denied)/,
    meaning: ({ file = '' }) => ({
      code: 'go-failed',
      message: `go may not read or write ${file}.`,
      hint: 'Mend the rights of that file or folder; GOMODCACHE and GOCACHE can point elsewhere.',
    }),
  },
  {
    pattern: new RegExp(`${moduleName}: module lookup disabled by GOPROXY=off`),
    meaning: ({ module = '' }) => ({
      code: 'go-failed',
      message: `${module} is not in the module cache, and go may not use the network.`,
      hint: 'Load once without `--offline` (and with GOPROXY other than off): that fills the module cache.',
    }),
  },
  {
    pattern: /invalid proxy URL[^\n]*|GOPROXY list is not the empty string[^\n]*/,
    meaning: () => ({
      code: 'go-failed',
      message: 'GOPROXY is not an address that go can use.',
      hint: '`go env GOPROXY` shows it; `go env -u GOPROXY` goes back to the default.',
    }),
  },
  {
    pattern: new RegExp(
      `${moduleName}: [^\\n]*(?:terminal prompts disabled|could not read Username|Authentication failed|Permission denied \\(publickey|: 401 Unauthorized)`,
    ),
    meaning: ({ module = '' }) => ({
      code: 'go-failed',
      message: `${module} can only be had by signing in, and go could not.`,
      hint: 'Let git sign in by itself (an ssh key, or ~/.netrc), and name the host in GOPRIVATE.',
    }),
  },
  {
    pattern: new RegExp(
      `${moduleName}: [^\\n]*(?:connection refused|no such host|Could not resolve host|network is unreachable|i/o timeout|connection reset|TLS handshake timeout|no route to host|: EOF$|50[0234] )`,
      'm',
    ),
    meaning: ({ module = '' }) => ({
      code: 'go-failed',
      message: `The network failed while go looked up ${module}.`,
      hint: 'Check the network and GOPROXY (`go env GOPROXY`). What the module cache holds can be shown with `--offline`.',
    }),
  },
  {
    pattern: /x509: [^\n]*|certificate (?:is not trusted|has expired)/,
    meaning: () => ({
      code: 'go-failed',
      message: 'go does not trust the certificate of a server that it asked.',
      hint: 'Behind a company proxy, add its certificate to those of the system, or set SSL_CERT_FILE.',
    }),
  },
  {
    pattern: /GOVCS disallows using (?<tool>\S+)/,
    meaning: ({ tool = '' }) => ({
      code: 'go-failed',
      message: `GOVCS does not allow go to run ${tool}.`,
      hint: '`go env GOVCS` shows the rule; a module proxy needs no version control tool.',
    }),
  },
  {
    pattern: new RegExp(`${moduleName}: (?:invalid version: )?[^\\n]*unknown revision (?<revision>\\S+)`),
    meaning: ({ module = '', revision = '' }) => ({
      code: 'go-failed',
      message: `${module}: the repository has no revision ${revision}.`,
      hint: 'Check the version in go.mod; a tag may have been deleted or never pushed.',
    }),
  },
  {
    pattern: new RegExp(`${moduleName}: [^\\n]*: (?<status>40[34]|410) [A-Za-z ]+`),
    meaning: ({ module = '', status = '' }) => ({
      code: 'go-failed',
      message: `${module} could not be had: the server answered ${status}.`,
      hint: private_,
    }),
  },
  {
    pattern: new RegExp(
      `${moduleName}: (?:unrecognized import path|[^\\n]*repository not found|[^\\n]*exit status 128)`,
      'i',
    ),
    meaning: ({ module = '' }) => ({
      code: 'go-failed',
      message: `${module} was not found.`,
      hint: private_,
    }),
  },
];
