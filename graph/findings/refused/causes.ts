/** One function a cause: what go refuses, in a sentence, and what can be done about it. */
import type { Model } from '../../model/model.ts';
import { splitName } from '../../model/name.ts';
import type { RefusalCode } from '../../model/verdict.ts';
import type { Remedy } from '../../remedy/types.ts';
import { inWords } from '../../remedy/words.ts';
import { typed } from '../command.ts';
import type { Refused } from './collect.ts';
import { nameList } from './name-list.ts';
import { requirersOf } from './requirers.ts';
import { said } from './said.ts';

export interface Told {
  readonly evidence: string;
  readonly remedy: Remedy;
}

/** What is told of refusals of one code that have one cause; there is always a first. */
export type Telling = (all: readonly [Refused, ...Refused[]], model: Model) => Told;

/** go's words as they are, and words of ours on what to do. */
const inGosWords =
  (remedy: (first: Refused, model: Model) => Remedy): Telling =>
  ([first], model) => ({ evidence: sentence(said(first.text)), remedy: remedy(first, model) });

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** ` (needed by a and b)`, or nothing. */
function neededBy(by: readonly string[]): string {
  return by.length === 0 ? '' : ` (needed by ${nameList(by)})`;
}

function isWorkspace({ snapshot }: Model): boolean {
  return snapshot.work !== undefined;
}

const tidy = (words: string): Remedy => ({ words, command: 'go mod tidy' });

/** Of a version, or of a package: `example.com/a@v1.0.0` has an @. */
const isVersion = ({ subject }: Refused): boolean => subject.includes('@');

const sums: Telling = (all, model) => {
  const modules = all.filter(isVersion).map(({ subject }) => subject);
  const packages = all.filter((one) => !isVersion(one));
  const what = [
    ...(modules.length === 0 ? [] : [`for the go.mod of ${nameList(modules)}`]),
    ...(packages.length === 0
      ? []
      : [
          `for the source of ${nameList(packages.map(({ subject }) => subject))}${neededBy([...new Set(packages.flatMap(({ by = [] }) => by))])}`,
        ]),
  ];
  return {
    evidence: `go.sum lacks entries that go needs: ${what.join('; ')}.`,
    remedy: isWorkspace(model)
      ? {
          words: 'Add what is missing: in each member with go mod tidy, or for the workspace at once.',
          command: 'go mod download',
        }
      : tidy('Add what is missing.'),
  };
};

const unreachable: Telling = (all, model) => {
  const names = all.map(({ subject }) => subject);
  const [first] = all;
  const by = [...new Set(all.flatMap(({ subject, by: told = [] }) => [...told, ...requirersOf(model, subject)]))];
  return {
    evidence: `${nameList(names)} cannot be reached${by.length === 0 ? '' : ` (required by ${nameList(by)})`}: ${sentence(said(first.text))}`,
    remedy: inWords(
      'If it is private, GOPRIVATE has to name it, and git must be able to sign in by itself. If it is public, look at GOPROXY and the network.',
    ),
  };
};

const missingVersion: Telling = ([first], model) => {
  const by = [...new Set([...(first.by ?? []), ...requirersOf(model, first.subject)])];
  return {
    evidence: `There is no ${first.subject}${by.length === 0 ? '' : ` (required by ${nameList(by)})`}: ${sentence(said(first.text))}`,
    remedy: inWords(
      'Require a version that exists. If this one does, GOPROXY does not know it: a private module has to be named in GOPRIVATE.',
    ),
  };
};

const missingPackage: Telling = ([first], model) => {
  const { subject, by = [] } = first;
  const excluded = excludedFor(model, subject);
  if (excluded !== undefined) {
    return {
      evidence: `No module provides the package ${subject}${neededBy(by)}: ${excluded.by} requires ${excluded.name}, which the go.mod of ${excluded.main} excludes, and nothing else requires that module.`,
      remedy: inWords('Require another version of it yourself, or take the exclude line out of go.mod.'),
    };
  }
  const own = model.snapshot.mains.some((main) => subject === main.path || subject.startsWith(`${main.path}/`));
  const standard = !(subject.split('/')[0] ?? '').includes('.');
  return {
    evidence: `No module provides the package ${subject}${neededBy(by)}: ${sentence(said(first.text))}`,
    remedy:
      standard || own
        ? inWords(
            own
              ? 'The package is missing from the main module itself: it may be generated, or its files are not checked in.'
              : 'No package of the standard library has that name; look at the spelling, or at the version of go.',
          )
        : { words: 'Require the module that provides it.', command: typed('go', 'get', subject) },
  };
};

interface Excluded {
  readonly name: string;
  readonly by: string;
  readonly main: string;
}

/** The excluded version that would have provided a package, where go.mod files were read. */
function excludedFor({ snapshot, beside: { dropped = [] }, graph }: Model, subject: string): Excluded | undefined {
  const provides = (path: string): boolean => subject === path || subject.startsWith(`${path}/`);
  const lost = dropped.find(
    ({ path }) => provides(path) && !graph.paths.some((one, p) => one === path && (graph.selected[p] ?? -1) !== -1),
  );
  if (lost === undefined) return undefined;
  const main = snapshot.mains.find(({ exclude }) =>
    exclude.some(({ path, version }) => path === lost.path && version === lost.version),
  );
  return main === undefined ? undefined : { name: `${lost.path}@${lost.version}`, by: lost.from, main: main.path };
}

const updates: Telling = ([first], model) => ({
  evidence: `go.mod does not say what go makes of it, and go changes no file by itself${
    first.wants === undefined || first.wants.length === 0
      ? ''
      : `; it would write ${nameList(
          first.wants.map((line) => `\`${line}\``),
          6,
        )}`
  }: ${sentence(said(first.text))}`,
  remedy: isWorkspace(model)
    ? { words: 'Let go write what it makes of it.', command: 'go work sync' }
    : tidy('Let go write what it makes of it.'),
});

/** Of each code what is told. Those with a check of their own elsewhere are not here: see findings.ts. */
export const causes: Readonly<Record<RefusalCode, Telling>> = {
  'checksum-mismatch': ([{ subject }]) => ({
    evidence: `${subject} is not what go.sum or the checksum database says: SECURITY ERROR, checksum mismatch.`,
    remedy: inWords('Do not go on before you know why: the module, or go.sum, is not what it was.'),
  }),
  'go-sum-malformed': inGosWords(() =>
    inWords(
      'Take the broken lines out of the file: often a merge left them, and both sides’ entries may stay. Then go mod tidy adds what is missing.',
    ),
  ),
  'go-sum-missing': sums,
  'go-too-new': inGosWords(() => inWords('Install a newer Go, or let go fetch one: --toolchain auto.')),
  'workspace-go-line': inGosWords(() => ({ words: 'Raise the go line of go.work.', command: 'go work use' })),
  'workspace-use-missing': inGosWords(({ subject }) => ({
    words: 'Restore its go.mod, or take the folder out of go.work.',
    command: typed('go', 'work', 'edit', `-dropuse=${subject}`),
  })),
  'workspace-use-repeated': inGosWords(() => inWords('Keep one of the lines of go.work.')),
  'workspace-replace-conflict': inGosWords(({ subject, text }) => {
    const first = /conflicting replacements for [^\n]*\n\s*(\S+)/.exec(text)?.[1];
    return {
      words: `Say in go.work which replacement counts${first === undefined ? '' : `, for one ${first}`}.`,
      ...(first === undefined ? {} : { command: typed('go', 'work', 'edit', `-replace=${subject}=${first}`) }),
    };
  }),
  'workspace-main-replaced': inGosWords(({ subject }) => ({
    words: 'Take the replace line out of go.work: a member stands for its module at every version.',
    command: typed('go', 'work', 'edit', `-dropreplace=${subject}`),
  })),
  'updates-needed': updates,
  'unknown-godebug': inGosWords(({ subject, text }) => ({
    words: 'No setting has that name in this go: look at its spelling, or take the line out.',
    command: typed('go', text.includes('go.work:') ? 'work' : 'mod', 'edit', `-dropgodebug=${subject}`),
  })),
  'file-unreadable': inGosWords(() => inWords('Mend the line: go.dev/ref/mod says how the file is written.')),
  'major-suffix-missing': inGosWords(({ subject }) =>
    inWords(
      `From v2 on the major version is a part of the module path: require ${splitName(subject).path}/v2 (or /v3 …) and import it by that path, or a version below v2.`,
    ),
  ),
  'path-mismatch': inGosWords(({ subject, text }) => {
    const declared = /module declares its path as: (\S+)/.exec(text)?.[1];
    const { version } = splitName(subject);
    if (declared === undefined) return inWords('Require the module by the path that its own go.mod declares.');
    const words = `Require ${declared} instead, and import its packages by that path; where another module requires it by the old one, a replace line stands in.`;
    return version === ''
      ? inWords(words)
      : { words, command: typed('go', 'mod', 'edit', `-replace=${subject}=${declared}@${version}`) };
  }),
  'case-collision': inGosWords(() =>
    inWords('Import the package by one spelling: the one that its go.mod, or its host, has.'),
  ),
  'vendor-out-of-step': ([first], model) => ({
    evidence: `The vendor folder does not fit ${isWorkspace(model) ? 'go.work' : 'go.mod'}: ${sentence(said(first.text))}`,
    remedy: { words: 'Lay the vendor folder anew.', command: isWorkspace(model) ? 'go work vendor' : 'go mod vendor' },
  }),
  'ambiguous-import': inGosWords(() =>
    inWords('One of these modules must go, or be raised to a version that no longer holds the package.'),
  ),
  'import-cycle': inGosWords(() =>
    inWords('Move what they share into a package of its own that none of them needs to import back.'),
  ),
  'package-missing': missingPackage,
  'package-error': inGosWords(() => inWords('Mend the file that go names.')),
  'replace-folder-missing': inGosWords(() =>
    inWords('Check out the folder that the replace line names, too: often it is in the same repository.'),
  ),
  'version-missing': missingVersion,
  'module-unreachable': unreachable,
  'go-refuses': inGosWords(() => inWords('These are go’s own words; modscope does not know their cause.')),
};
