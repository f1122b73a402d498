/**
 * What go's words mean, a row a cause: cmd/go/internal/modload (init.go, load.go, import.go, modfile.go, buildlist.go,
 * vendor.go), modfetch (fetch.go, coderepo.go, proxy.go), gover (toolchain.go), load (pkg.go), golang.org/x/mod/modfile.
 */
import type { RefusalCode } from '../../graph/model/verdict.ts';
import { unescaped } from '../../graph/module/escape.ts';

/** What one block of go's words says. */
export interface Meaning {
  readonly subject: string;
  /** Who needs it, where the words say so. */
  readonly by?: string;
}

export interface Rule {
  readonly code: RefusalCode;
  /** Matched against one block. */
  readonly pattern: RegExp;
  readonly meaning: (groups: Readonly<Record<string, string | undefined>>, block: string) => Meaning;
}

/** `path@version` before what went wrong with it; begins where a word does, so that no text takes long. */
const versioned = String.raw`(?<module>(?<![^\s:(])[^\s:@("]+@[^\s:()"]+)`;

/** The last of a chain `A requires\n\tB requires\n\tC: words` is what failed; the one before requires it. */
export function chainOf(block: string): { readonly last?: string; readonly by?: string } {
  const links = [...block.matchAll(/(?:^|\s)(?:go: )?([^\s:@("]+@[^\s:()"]+)(?= requires$|:| \(replaced)/gm)].map(
    ([, name = '']) => name,
  );
  const [last, by] = [links.at(-1), links.at(-2)];
  return { ...(last === undefined ? {} : { last }), ...(by === undefined ? {} : { by }) };
}

/** `path@version` of a file of the module cache. */
function moduleOfCache(file: string): string {
  const { path = '', version = '' } = /download\/(?<path>.+)\/@v\/(?<version>[^/]+)\.[a-z]+$/.exec(file)?.groups ?? {};
  return path === '' ? 'the module cache' : `${unescaped(path)}@${unescaped(version)}`;
}

const about =
  (fallback: string): Rule['meaning'] =>
  ({ module }, block) => {
    const { last, by } = chainOf(block);
    return { subject: module ?? last ?? fallback, ...(by === undefined || by === module ? {} : { by }) };
  };

/** `main.go:3:8` at the start of a block: the file that imports. */
const place = /^(?<place>[^\s:]+\.go):\d+:\d+: /;

export function placeOf(block: string): string | undefined {
  return place.exec(block)?.groups?.['place']?.replace(/^GOMODCACHE\//, '');
}

const imported: Rule['meaning'] = ({ package: subject = '', importer }, block) => {
  const by = importer ?? placeOf(block);
  return { subject, ...(by === undefined ? {} : { by }) };
};

/** In the order in which they are tried; the first that matches counts. */
export const rules: readonly Rule[] = [
  {
    code: 'checksum-mismatch',
    pattern: new RegExp(`verifying ${versioned}(?:/go\\.mod)?: checksum mismatch`),
    meaning: ({ module = '' }) => ({ subject: module.replace(/\/go\.mod$/, '') }),
  },
  {
    code: 'go-sum-malformed',
    pattern: /malformed go(?:\.work)?\.sum:\n(?<file>\S+):\d+:/,
    meaning: ({ file = 'go.sum' }) => ({ subject: file.replace(/^\.\//, '') }),
  },
  {
    code: 'cache-broken',
    pattern:
      /(?:unzip (?<zip>[^\n]+?\.zip)|(?<file>\S*cache\/download\/\S+?\/@v\/[^\s:]+)): (?:zip: |gzip: |unexpected EOF|invalid character|checksum error|flate: |parsing)/,
    meaning: ({ zip, file }) => ({ subject: moduleOfCache(zip ?? file ?? '') }),
  },
  {
    code: 'go-sum-missing',
    pattern:
      /missing go\.sum entry (?:for module providing|needed to verify) package (?<package>[^\s;]+)(?: \(imported by (?<importer>[^)\s]+)\))?/,
    meaning: imported,
  },
  {
    code: 'go-sum-missing',
    pattern: new RegExp(`${versioned}(?: \\(replaced by \\S+\\))?: missing go\\.sum entry`),
    meaning: about('go.sum'),
  },
  {
    code: 'workspace-go-line',
    pattern:
      /module (?<module>\S+) listed in go\.work file requires go >= \S+, but go\.work (?:lists|implicitly requires) go/,
    meaning: () => ({ subject: 'go.work' }),
  },
  {
    code: 'go-too-new',
    pattern: /(?<module>\S+)(?: listed in go\.work file)? requires go >= \S+ \(running (?:go|an older go)/,
    meaning: ({ module = 'go.mod' }) => ({ subject: module.replace(/^\.\//, '') }),
  },
  {
    code: 'go-too-new',
    pattern: /toolchain not available|cannot find "go[^"]*" in PATH|invalid go version '[^']*': must match format/,
    meaning: () => ({ subject: 'go.mod' }),
  },
  {
    code: 'updates-needed',
    pattern: /updates to go\.(?<kind>mod|work|sum) needed/,
    meaning: ({ kind = 'mod' }) => ({ subject: `go.${kind}` }),
  },
  {
    code: 'updates-needed',
    pattern: /imports \S+ from implicitly required module/,
    meaning: () => ({ subject: 'go.mod' }),
  },
  {
    code: 'unknown-godebug',
    pattern: /(?<file>\S*go\.(?:mod|work)):\d+:(?:\d+:)? unknown godebug "(?<name>[^"]*)"/,
    meaning: ({ name = '' }) => ({ subject: name }),
  },
  {
    code: 'major-suffix-missing',
    pattern:
      /require (?<module>[^\s:]+): version "[^"]*" invalid: should be v\S+(?: or v\S+)?, not v\d+|(?<other>[^\s:@("]+@[^\s:()"]+): invalid version: (?:module contains a go\.mod file, so module path must match major version|go\.mod has (?:non-\S+|post-\S+) module path|should be v)/,
    meaning: ({ module, other }) => ({ subject: module ?? other ?? '' }),
  },
  {
    code: 'path-mismatch',
    pattern: /module declares its path as: (?<declared>\S+)\s+but was required as: (?<required>\S+)/,
    meaning: (groups, block) => about(groups['required'] ?? '')({}, block),
  },
  {
    code: 'workspace-use-repeated',
    pattern: /(?:path|module) (?<what>\S+) appears multiple times in workspace/,
    meaning: ({ what = '' }) => ({ subject: what.replace(/^\.\//, '') }),
  },
  {
    code: 'file-unreadable',
    pattern: /errors parsing (?<file>[^\n]*?go\.(?:mod|work)):|error loading (?<other>[^\n]*?go\.(?:mod|work)):/,
    meaning: ({ file, other }) => ({ subject: (file ?? other ?? 'go.mod').replace(/^\.\//, '') }),
  },
  {
    code: 'file-unreadable',
    pattern: new RegExp(`${versioned}(?: \\(replaced by [^)]*\\))?: parsing (?:\\S*/)?go\\.mod: `),
    meaning: about('go.mod'),
  },
  {
    code: 'file-unreadable',
    pattern: /malformed tool path "[^"]*": /,
    meaning: () => ({ subject: 'go.mod' }),
  },
  {
    code: 'file-unreadable',
    pattern:
      /malformed module path "[^"]*": |no module declaration in (?<file>\S*go\.mod)|error reading (?<bare>\S*go\.mod): missing module declaration|read (?<folder>\S*go\.mod): is a directory/,
    meaning: ({ file, bare, folder = 'go.mod' }) => ({ subject: (file ?? bare ?? folder).replace(/^\.\//, '') }),
  },
  {
    code: 'workspace-empty',
    pattern: /no modules were found in the current workspace/,
    meaning: () => ({ subject: 'go.work' }),
  },
  {
    code: 'goflags-unreadable',
    pattern:
      /parsing \$GOFLAGS: |\(from \$GOFLAGS\)|^(?:go: )?-mod(?:=\S* not supported| may only be set to readonly or vendor when in workspace mode)/,
    meaning: () => ({ subject: 'GOFLAGS' }),
  },
  {
    code: 'case-collision',
    pattern: /case-insensitive import collision: "(?<package>[^"]+)" and "(?<other>[^"]+)"/,
    meaning: imported,
  },
  {
    code: 'vendor-out-of-step',
    pattern: /inconsistent vendoring/,
    meaning: () => ({ subject: 'vendor' }),
  },
  {
    code: 'vendor-out-of-step',
    pattern: /cannot find module providing package (?<package>[^\s:;]+): import lookup disabled by -mod=vendor/,
    meaning: imported,
  },
  {
    code: 'ambiguous-import',
    pattern: /ambiguous import: found package (?<package>\S+) in multiple (?:modules|directories)/,
    meaning: imported,
  },
  {
    code: 'import-cycle',
    pattern: /import cycle not allowed/,
    meaning: (_, block) => ({ subject: /package (\S+)/.exec(block)?.[1] ?? 'packages' }),
  },
  {
    code: 'workspace-replace-conflict',
    pattern: /conflicting replacements for (?<module>\S+):/,
    meaning: ({ module = '' }) => ({ subject: module }),
  },
  {
    code: 'workspace-main-replaced',
    pattern: /workspace module (?<module>\S+) is replaced at all versions in the go\.work file/,
    meaning: ({ module = '' }) => ({ subject: module }),
  },
  {
    code: 'workspace-use-missing',
    pattern: /cannot load module (?<folder>\S.*?) listed in go\.work file: open/,
    meaning: ({ folder = '' }) => ({ subject: folder }),
  },
  {
    code: 'replace-folder-missing',
    pattern:
      /\(replaced by (?<target>(?!\S+@v)[^)]*)\): (?:reading|open) [^\n]*?go\.mod: (?:open [^\n]*: )?(?:no such file or directory|The system cannot find|not a directory)/,
    meaning: about('replace'),
  },
  // modload/import.go: of a package in it, with the place that imports it.
  {
    code: 'replace-folder-missing',
    pattern: new RegExp(`${versioned}: replacement directory (?<target>.+?) does not exist`),
    meaning: about('replace'),
  },
  {
    code: 'replace-folder-missing',
    pattern:
      /go: (?<module>[^\s:@]+)@\S* \(replaced by (?!\S+@v)[^)]*\): [^\n]*(?:no such file or directory|cannot find the (?:file|path))/,
    meaning: about('replace'),
  },
  {
    code: 'replacement-shared',
    pattern: /(?<module>\S+) used for two different module paths \(\S+ and \S+\)/,
    meaning: ({ module = '' }) => ({ subject: module.replace(/@$/, '') }),
  },
  {
    code: 'package-missing',
    pattern:
      /no required module provides package (?<package>[^\s;]+)|cannot find module providing package (?<other>[^\s:;]+)|package (?<std>\S+) is not in (?:std|GOROOT)|does not contain package (?<lacks>[^\s;]+)|module (?:for|providing) package (?<replaced>\S+) is replaced but not required/,
    meaning: ({ package: one, other, std, lacks, replaced }, block) =>
      imported({ package: one ?? other ?? std ?? lacks ?? replaced }, block),
  },
  {
    code: 'package-missing',
    pattern: /module (?<package>\S+) provides package \S+ and is replaced but not required/,
    meaning: imported,
  },
  // Before version-missing: a proxy says 404 of a repository that it may not read, too.
  {
    code: 'module-unreachable',
    pattern: new RegExp(
      `${versioned}[^\\n]*: [^]*(?:unrecognized import path|terminal prompts disabled|could not read Username|Authentication failed|Permission denied|repository not found|exit status 128|connection refused|no such host|Could not resolve host|network is unreachable|i/o timeout|connection reset|TLS handshake|no route to host|x509:|certificate|GOVCS disallows|checksum database|sum\\.golang\\.org|: (?:4(?!04|10)\\d\\d|5\\d\\d) [A-Z])`,
    ),
    meaning: about('go.mod'),
  },
  {
    code: 'version-missing',
    pattern: new RegExp(
      `${versioned}(?: \\(replaced by \\S+\\))?: [^\\n]*(?:unknown revision|no matching versions|no such file or directory|(?:404|410)\\b|invalid version|not found: )`,
    ),
    meaning: about('go.mod'),
  },
  {
    code: 'package-error',
    pattern:
      /^(?:package (?<importer>\S+)\n\s+imports (?<package>[^\s:]+)|package (?<name>[^\s:]+)(?:: |\n\s+\S+\.go:\d)|(?:(?:open|read) )?(?<file>[^\s:]+\.go):(?: |\d+(?::\d+)?: )|found packages )/,
    meaning: ({ package: one, name, file }, block) => ({
      subject: one ?? name ?? file ?? / in (\S+)$/.exec(block)?.[1] ?? 'packages',
    }),
  },
];
