/** One function a cause: what go refuses, in a sentence, and what can be done about it. */
import type { Model } from '../../model/model.ts';
import { splitName } from '../../model/name.ts';
import type { ModuleRef } from '../../snapshot/types.ts';
import type { RefusalCode } from '../../model/verdict.ts';
import { inWords } from '../../remedy/words.ts';
import { goModOf, useDropped } from '../../remedy/places.ts';
import type { Proposal } from '../../remedy/proposal.ts';
import { compareGoVersions } from '../../version/go-version.ts';
import { missingPackage } from './missing-package.ts';
import { nameList } from './name-list.ts';
import { missingVersion, unreachable } from './not-had.ts';
import { said } from './said.ts';
import { shared } from './shared.ts';
import { sums } from './sums.ts';
import {
  inGosWords,
  isWorkspace,
  only,
  rewritten,
  sentence,
  toolDropped,
  type Advice,
  type Telling,
} from './telling.ts';

const updates: Telling = ([first], model) => ({
  evidence: `go would have to change go.mod, which it does not do by itself${
    first.wants === undefined || first.wants.length === 0
      ? ''
      : ` (it would write ${nameList(
          first.wants.map((line) => `\`${line}\``),
          6,
        )})`
  }: ${sentence(said(first.text))}`,
  ...withNeedless(rewritten('Write the go.mod that go needs.', 'This writes the go.mod that go needs.', model), model),
});

/**
 * A toolchain line that says no more than the go line is one that go wants gone (modload/init.go, commitRequirements), and
 * `go mod tidy` leaves it where nothing is required.
 */
function withNeedless(advice: Advice, { snapshot: { mains, work } }: Model): Advice {
  const main = work === undefined ? mains[0] : undefined;
  const { go, toolchain } = main ?? {};
  if (main === undefined || go === undefined || toolchain === undefined) return advice;
  if (compareGoVersions(toolchain.replace(/^go/, ''), go) > 0) return advice;
  // Said after what is removed.
  const words = 'It says no more than the go line, and go wants it gone.';
  const steps: Proposal['steps'] = [{ do: 'edit', edits: [{ kind: 'drop-toolchain', file: goModOf(main) }] }];
  return { ...advice, proposals: [...(advice.proposals ?? []), { words, steps }] };
}

/** Of each code what is told. Those with a check of their own elsewhere are not here: see findings.ts. */
export const causes: Readonly<Record<RefusalCode, Telling>> = {
  'checksum-mismatch': ([{ subject }]) => ({
    evidence: `${subject === 'go.sum' ? 'A module' : subject} is not what go.sum or the checksum database says: SECURITY ERROR, checksum mismatch.`,
    remedy: inWords('Do not go on before you know why: the module, or go.sum, is not what it was.'),
  }),
  'go-sum-malformed': inGosWords(({ text }) =>
    only(
      / is (?:UTF-|no text)/.test(text.split('\n')[0] ?? '')
        ? 'Write the file as plain UTF-8 without a byte order mark, as go does.'
        : 'Remove the broken lines from the file: often a merge left them, and the entries of both sides may stay.',
    ),
  ),
  'go-sum-missing': sums,
  'go-too-new': inGosWords(({ text }) =>
    only(
      // gover.Select: then go ends before it looks at what is typed.
      /toolchain not available|in PATH/.test(text)
        ? 'Mend the go or toolchain line by hand: with this GOTOOLCHAIN no go command runs here until it names a Go that there is.'
        : 'It needs a newer Go, which go looks for with --toolchain auto, or a go line that this Go knows.',
    ),
  ),
  'workspace-go-line': inGosWords(() => ({
    remedy: inWords('Raise the go line of go.work.'),
    proposals: [{ words: 'This raises the go line of go.work.', steps: [{ do: 'use', folders: [] }], says: 'go' }],
  })),
  'workspace-use-missing': inGosWords(({ subject }) => ({
    remedy: inWords('Restore its go.mod, or take the folder out of go.work.'),
    proposals: useDropped(
      subject,
      'Restore its go.mod, or take the folder out of go.work, as this does.',
      'Restore its go.mod; the folder cannot be left out',
    ),
  })),
  'workspace-use-repeated': inGosWords(() => only('Keep one of the lines of go.work.')),
  'workspace-replace-conflict': inGosWords(({ subject, text }, model) => {
    const [, first] = /conflicting replacements for [^\n]*\n\s*(\S+)/.exec(text) ?? [];
    const file = isWorkspace(model) ? 'go.work' : 'go.mod';
    const words = file === 'go.work' ? 'Say in go.work which replacement counts' : 'Keep one of the replace lines';
    return {
      remedy: inWords(`${words}.`),
      proposals: first === undefined ? [] : [replacing(subject, first, words, file)],
    };
  }),
  'workspace-main-replaced': inGosWords(({ subject }) => ({
    remedy: inWords('Remove the replace line from go.work: a member replaces its module at every version.'),
    proposals: [
      {
        words: 'This takes the replace line out of go.work: a member stands for its module at every version.',
        steps: [{ do: 'edit', edits: [{ kind: 'drop-replace', old: { path: subject }, file: 'go.work' }] }],
      },
    ],
  })),
  'workspace-empty': inGosWords(() => only('Name a folder in go.work, or work without it: GOWORK=off.')),
  'goflags-unreadable': ([{ text }]) => ({
    evidence: `go refuses this GOFLAGS: ${sentence(said(text))}`,
    remedy: inWords('Remove the flag from GOFLAGS: it is set in the environment or by go env -w.'),
  }),
  'cache-broken': ([{ subject, text }]) => ({
    evidence: `The copy of ${subject} in the module cache is broken: ${sentence(said(text.replace(/^-> /, '')))}`,
    remedy: inWords(
      `Take ${/GOMODCACHE\/\S+?(?=: |$)/.exec(text)?.[0] ?? 'the file that go names'} away, where GOMODCACHE is what go env GOMODCACHE says: go fetches it again.`,
    ),
  }),
  'modules-off': ([{ text }]) => ({
    evidence: `go reads no go.mod with this GO111MODULE: ${sentence(said(text))}`,
    remedy: inWords('Set GO111MODULE to on, or unset it: it stands in the environment, or go env -w wrote it.'),
  }),
  'toolchain-refused': ([{ text }]) => ({
    evidence: `go runs no command with this GOTOOLCHAIN: ${sentence(said(text))}`,
    remedy: inWords(
      'Set GOTOOLCHAIN to local or auto, or unset it: it stands in the environment, or go env -w wrote it.',
    ),
  }),
  'workspace-elsewhere': ([{ subject, text }]) => ({
    evidence: `${subject} is in force here, and go refuses what is typed here: ${sentence(said(text))}`,
    remedy: inWords('With GOWORK=off go commands answer for this module by itself, as modscope does.'),
  }),
  'updates-needed': updates,
  'unknown-godebug': inGosWords(({ subject, text }) => ({
    remedy: inWords('No setting has that name in this go: look at its spelling, or take the line out.'),
    proposals: [
      {
        words: 'No setting has that name in this go: look at its spelling, or take the line out, as this does.',
        steps: [{ do: 'edit', edits: [{ kind: 'drop-godebug', name: subject, file: fileIn(text) }] }],
      },
    ],
  })),
  'file-unreadable': inGosWords(({ text }) =>
    only(ofDependency(text) ?? 'Correct the line: see go.dev/ref/mod for the syntax.'),
  ),
  'major-suffix-missing': inGosWords(({ subject, text }) =>
    only(
      ofDependency(text) ??
        `From v2 on the major version is a part of the module path: require ${splitName(subject).path}/v2 (or /v3 …) and import it by that path, or a version below v2.`,
    ),
  ),
  'path-mismatch': inGosWords(({ subject, text }, model) => {
    const declared = /module declares its path as: (\S+)/.exec(text)?.[1];
    const { version } = splitName(subject);
    if (declared === undefined) return only('Require the module by the path that its own go.mod declares.');
    const words = `Require ${declared} instead, and import its packages by that path; where another module requires it by the old one, a replace line stands in.`;
    const old = { path: splitName(subject).path, version };
    const by = { path: declared, version };
    const requiring = model.snapshot.mains.find((main) => main.require.some((line) => line.path === old.path));
    // Where a build goes through nothing imports it.
    const unneeded = model.beside.verdict?.build.state === 'accepted' && requiring !== undefined;
    const dropped: Proposal[] = unneeded
      ? [
          {
            words: 'Nothing that is built imports it: this takes its line out.',
            steps: [{ do: 'edit', edits: [{ kind: 'drop', path: old.path, file: goModOf(requiring) }] }],
          },
        ]
      : [];
    return {
      remedy: inWords(words),
      proposals:
        version === ''
          ? dropped
          : [
              ...dropped,
              { words, steps: [{ do: 'edit', edits: [{ kind: 'replace', old, new: by, file: 'go.mod' }] }] },
            ],
    };
  }),
  'case-collision': inGosWords(() =>
    only('Import the package by one spelling: the one that its go.mod, or its host, has.'),
  ),
  'vendor-out-of-step': ([first], model) => ({
    // What go advises below it is told as a remedy.
    evidence: `The vendor folder does not fit ${isWorkspace(model) ? 'go.work' : 'go.mod'}: ${sentence(said(first.text.split(/\n\s*\n/)[0] ?? ''))}`,
    remedy: inWords('Rebuild the vendor folder.'),
    proposals: [
      {
        words: 'This rebuilds the vendor folder.',
        steps: [{ do: 'vendor', of: isWorkspace(model) ? 'work' : 'mod' }],
      },
      // Where go.sum lacks entries as well, go lays none before it is whole.
      ...(isWorkspace(model)
        ? []
        : [
            {
              words: 'This updates go.mod and go.sum, and rebuilds the vendor folder.',
              steps: [
                { do: 'tidy' as const, dir: '.' },
                { do: 'vendor' as const, of: 'mod' as const },
              ] as const,
            },
          ]),
      ...toolDropped(
        model.snapshot.mains.find((main) => main.tool.includes(first.subject)),
        first.subject,
      ),
    ],
  }),
  'ambiguous-import': inGosWords(() =>
    only('One of these modules must go, or be raised to a version that no longer holds the package.'),
  ),
  'import-cycle': inGosWords(() =>
    only('Move what they share into a package of its own that none of them needs to import back.'),
  ),
  'package-missing': missingPackage,
  'package-error': inGosWords(({ text }) =>
    only(
      /build constraints exclude all Go files|no non-test Go files/.test(text)
        ? 'No file of it is for this platform and these build tags: build with others (GOOS, GOARCH, CGO_ENABLED, -tags), import it in files for those alone, or take another version.'
        : /GOMODCACHE\/|[^\s:]@v\d/.test(text.split('\n')[0] ?? '')
          ? 'The file is of a module that is required: require another version of that.'
          : 'Mend the file that go names.',
    ),
  ),
  'replace-folder-missing': inGosWords(() =>
    only('Check out the folder that the replace line names, too: often it is in the same repository.'),
  ),
  'replacement-shared': shared,
  'version-missing': missingVersion,
  'module-unreachable': unreachable,
  'go-refuses': inGosWords(() => only('These are go’s own words; modscope does not know their cause.')),
};

/** The advice where the line stands in the go.mod of a module that is required, which nobody here can mend. */
function ofDependency(text: string): string | undefined {
  const name = /(?<![^\s:(])([^\s:@(]+@[^\s:()]+)(?: \(replaced by [^)]*\))?: parsing go\.mod: /.exec(text)?.[1];
  return name === undefined ? undefined : `The line stands in the go.mod of ${name}: require another version of that.`;
}

/** The file that go's words name with a line: `go.mod`, `app/go.mod`, `go.work`. */
function fileIn(text: string): string {
  return /\S*go\.(?:mod|work)(?=:\d)/.exec(text)?.[0].replace(/^\.\//, '') ?? 'go.mod';
}

/** `target`: a folder, or PATH@VERSION. */
function replacing(subject: string, target: string, words: string, file: string): Proposal {
  const ref = (name: string): ModuleRef => {
    const at = name.lastIndexOf('@');
    return at <= 0 ? { path: name } : { path: name.slice(0, at), version: name.slice(at + 1) };
  };
  return {
    words: `${words}: this takes ${target}.`,
    steps: [{ do: 'edit', edits: [{ kind: 'replace', old: ref(subject), new: ref(target), file }] }],
    refused: `${words}: ${target} will not do`,
  };
}
