/** One function a cause: what go refuses, in a sentence, and what can be done about it. */
import type { Model } from '../../model/model.ts';
import { compareText, joinName, splitName } from '../../model/name.ts';
import type { MainModule, ModuleRef } from '../../snapshot/types.ts';
import type { LeftOutModule, RefusalCode } from '../../model/verdict.ts';
import type { Remedy } from '../../remedy/types.ts';
import { inWords } from '../../remedy/words.ts';
import { dirOf, goModOf, useDropped } from '../../remedy/places.ts';
import type { Proposal } from '../../remedy/proposal.ts';
import { compareGoVersions } from '../../version/go-version.ts';
import { spelledOtherwise } from './case.ts';
import type { Refused } from './collect.ts';
import { leftOutFor, nestedAt } from './left-out.ts';
import { nameList } from './name-list.ts';
import { requirersOf } from './requirers.ts';
import { said } from './said.ts';

export interface Told {
  readonly evidence: string;
  readonly remedy: Remedy;
  /** What is tried before it is shown as a command. */
  readonly proposals?: readonly Proposal[];
}

/** Words, and what may be tried. */
type Advice = Pick<Told, 'remedy' | 'proposals'>;

/** What is told of refusals of one code that have one cause; there is always a first. */
export type Telling = (all: readonly [Refused, ...Refused[]], model: Model) => Told;

/** go's words as they are, and words of ours on what to do. */
const inGosWords =
  (advice: (first: Refused, model: Model) => Advice): Telling =>
  ([first], model) => ({ evidence: sentence(said(first.text)), ...advice(first, model) });

const only = (words: string): Advice => ({ remedy: inWords(words) });

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

/** Let go write go.mod and go.sum: of the module, or of a workspace and each of its members. */
function rewritten(words: string, does: string, model: Model, refused?: string): Advice {
  const workspace: Proposal[] = [
    { words: does, steps: [{ do: 'sync' }] },
    { words: does, steps: [{ do: 'download' }] },
  ];
  const tidy = tidies(model, does).map((one) => (refused === undefined ? one : { ...one, refused }));
  return { remedy: inWords(words), proposals: isWorkspace(model) ? [...workspace, ...tidy] : tidy };
}

/** `go mod tidy` in the module, or in each member. */
function tidies({ snapshot }: Model, words: string): Proposal[] {
  const [first, ...others] = snapshot.mains.map((main) => ({ do: 'tidy' as const, dir: dirOf(snapshot, main) }));
  return first === undefined ? [] : [{ words, steps: [first, ...others] }];
}

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
  const need = what.join('; ');
  const itself = ofItself(all, model);
  if (itself !== undefined) return itself;
  const { sumFile = 'go.sum' } = model.beside.verdict ?? {};
  if (model.beside.verdict?.noSum === true) {
    return {
      evidence: `There is no ${isWorkspace(model) ? 'go.work.sum, and no go.sum in any member of the workspace' : sumFile}, and go needs the sums: ${need}.`,
      ...rewritten(
        'The file has to be written: it may not have been committed.',
        'This writes it.',
        model,
        'go cannot write it',
      ),
    };
  }
  return {
    evidence: `${sumFile} lacks entries that go needs: ${need}.`,
    ...rewritten(`Add the missing lines to ${sumFile}.`, 'This adds what is missing.', model, 'go cannot add them'),
  };
};

/** A version of the main module itself, which it stands for: go wants the sum of a line that counts for nothing. */
function ofItself(all: readonly Refused[], { snapshot: { mains, work } }: Model): Told | undefined {
  const main = work === undefined ? mains[0] : undefined;
  if (main === undefined || !all.every((one) => isVersion(one) && splitName(one.subject).path === main.path))
    return undefined;
  if (!main.require.some(({ path }) => path === main.path)) return undefined;
  const words = 'The main module stands for every version of itself: take the line out';
  return {
    evidence: `go.mod requires ${nameList(all.map(({ subject }) => subject))}, a version of the module itself, and go wants a sum for it.`,
    remedy: inWords(`${words}.`),
    proposals: [
      {
        words: `${words}, as this does.`,
        steps: [{ do: 'edit', edits: [{ kind: 'drop', path: main.path, file: goModOf(main) }] }],
      },
    ],
  };
}

const unreachable: Telling = (all, model) => {
  const names = all.map(({ subject }) => subject);
  const [first] = all;
  const other = spelledOtherwise(model, first.subject);
  if (other !== undefined) return otherCase(first, other, model);
  const by = [...new Set(all.flatMap(({ subject, by: told = [] }) => [...told, ...requirersOf(model, subject)]))];
  return {
    evidence: `${nameList(names)} cannot be reached${by.length === 0 ? '' : ` (required by ${nameList(by)})`}: ${sentence(said(first.text))}`,
    remedy: inWords(
      'If it is private, GOPRIVATE has to name it, and git must be able to sign in by itself. If it is public, look at GOPROXY and the network.',
    ),
  };
};

/** The imports say which spelling is meant. */
function otherCase({ subject, text }: Refused, other: string, model: Model): Told {
  const { path, version } = splitName(subject);
  const main = model.snapshot.mains.find(({ require }) => require.some((line) => line.path === path));
  const words = `Require ${other}, as it is spelled elsewhere.`;
  const file = main === undefined ? 'go.mod' : goModOf(main);
  return {
    evidence: `${subject} cannot be had, and ${other} is named elsewhere: the letter case differs, and go takes these for two modules: ${sentence(said(text))}`,
    remedy: inWords(words),
    proposals:
      main === undefined || !main.require.some((line) => line.path === path && line.version === version)
        ? []
        : [
            {
              words: `${words} This does so.`,
              says: other,
              steps: [
                {
                  do: 'edit',
                  edits: [
                    { kind: 'drop', path, file },
                    { kind: 'require', path: other, version, file },
                  ],
                },
              ],
            },
          ],
  };
}

const missingVersion: Telling = ([first], model) => {
  const other = spelledOtherwise(model, first.subject);
  if (other !== undefined) return otherCase(first, other, model);
  const by = [...new Set([...(first.by ?? []), ...requirersOf(model, first.subject)])];
  // go.dev/ref/mod#goproxy-protocol: the version may be known by its .mod, and its .info or .zip be gone.
  const isPart = /\.(?:info|zip): /.test(first.text);
  return {
    evidence: `${isPart ? 'The proxy lacks a part of' : 'There is no'} ${first.subject}${by.length === 0 ? '' : ` (required by ${nameList(by)})`}: ${sentence(said(first.text))}`,
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
      remedy: inWords(`Require another version of it yourself, or take the exclude line out of ${excluded.file}.`),
      proposals: [
        {
          words: `Require another version of it yourself, or take the exclude line out of ${excluded.file}, as this does.`,
          steps: [{ do: 'edit', edits: [{ kind: 'drop-exclude', ...excluded.version, file: excluded.file }] }],
        },
      ],
    };
  }
  const nested = isWorkspace(model) ? undefined : leftOutFor(model, first);
  const required = providing(model, subject);
  if (nested !== undefined && required === undefined) return inNested(first, nested);
  const elsewhere = nestedAt(model, subject);
  if (elsewhere !== undefined) return underOther(first, elsewhere);
  const own =
    required === undefined &&
    model.snapshot.mains.some((main) => subject === main.path || subject.startsWith(`${main.path}/`));
  const tool = model.snapshot.mains.find((main) => main.tool.includes(subject));
  const standard = !own && required === undefined && !(subject.split('/')[0] ?? '').includes('.');
  return {
    evidence: `No module provides the package ${subject}${neededBy(by)}: ${sentence(said(first.text))}`,
    ...(own
      ? only(
          'The package is missing from the main module itself: it may be generated, or its files are not checked in.',
        )
      : standard
        ? only('No package of the standard library has that name; look at the spelling, or at the version of go.')
        : {
            remedy: inWords(
              required !== undefined
                ? `${required} has no such package: another version of it may have one${tool === undefined ? '' : ', or the tool line can go'}.`
                : tool === undefined
                  ? 'Require the module that provides it; go mod tidy looks for it.'
                  : 'Require a module that provides it, or take the tool line out.',
            ),
            proposals: [...tidies(model, 'This adds the module that provides it.'), ...toolDropped(tool, subject)],
          }),
  };
};

/** The module that is required, and whose path is the longest before that of the package; `path@version`. */
function providing({ snapshot: { mains }, graph }: Model, name: string): string | undefined {
  const [longest] = mains
    .flatMap(({ require }) => require.map(({ path }) => path))
    .filter((path) => name === path || name.startsWith(`${path}/`))
    .sort((a, b) => b.length - a.length);
  const node = longest === undefined ? -1 : (graph.selected[graph.paths.indexOf(longest)] ?? -1);
  return longest === undefined || node === -1 ? undefined : `${longest}@${graph.versions[node] ?? ''}`;
}

/** The same, of a module that calls itself otherwise: its packages are imported by its own path. */
function underOther({ subject, by = [] }: Refused, { path, dir }: LeftOutModule): Told {
  return {
    evidence: `${subject}${neededBy(by)} leads into ./${dir}, which has a go.mod of its own: it is the module ${path}.`,
    remedy: inWords(`Import it by its own path, ${path}, and require that module; or take that go.mod away.`),
  };
}

/** A folder with a go.mod of its own is no part of the module around it (go.dev/ref/mod#modules-overview). */
function inNested({ subject, by = [] }: Refused, { path, dir }: LeftOutModule): Told {
  const words = 'Require that module, with a replace line for its folder';
  return {
    evidence: `${subject}${neededBy(by)} is in ./${dir}, which has a go.mod of its own: it is the module ${path}, which nothing requires.`,
    remedy: inWords(`${words}, or use both in a go.work.`),
    proposals: [
      {
        words: `${words}, as this does, or use both in a go.work.`,
        says: path,
        steps: [
          { do: 'edit', edits: [{ kind: 'replace', old: { path }, new: { path: `./${dir}` }, file: 'go.mod' }] },
          { do: 'tidy', dir: '.' },
        ],
      },
    ],
  };
}

function toolDropped(main: MainModule | undefined, path: string): Proposal[] {
  if (main === undefined) return [];
  const words =
    'No module that is required provides it: require one that does, or take the tool line out, as this does.';
  return [{ words, steps: [{ do: 'edit', edits: [{ kind: 'drop-tool', path, file: goModOf(main) }] }] }];
}

/** modload/load.go, load: `a@v1.0.0 used for two different module paths (a and b)`, a pair at a time. */
const shared: Telling = ([{ subject, text }], { snapshot: { mains, work } }) => {
  const lines = [
    ...(work?.replace ?? []).map((line) => ({ line, file: 'go.work' })),
    ...mains.flatMap((main) => main.replace.map((line) => ({ line, file: goModOf(main) }))),
  ].filter(({ line }) => joinName(line.new.path, line.new.version) === subject);
  const told = /\((\S+) and (\S+)\)/.exec(text)?.slice(1) ?? [];
  const paths = [...new Set([...told, ...lines.map(({ line }) => line.old.path)])].sort(compareText);
  const words = 'Import its packages by one path alone, and take the replace lines of the others out';
  // Of a module version that is built under its own path, all lines go; of a folder, all but one.
  const kept = lines.length < paths.length ? [undefined] : lines.map(({ line }) => line.old.path);
  const proposals = kept.flatMap((keep): Proposal[] => {
    const gone = lines.filter(({ line }) => line.old.path !== keep);
    const [first, ...others] = gone.map(({ line, file }) => ({
      do: 'edit' as const,
      edits: [{ kind: 'drop-replace' as const, old: line.old, file }] as const,
    }));
    const names = nameList([...new Set(gone.map(({ line }) => line.old.path))]);
    return first === undefined
      ? []
      : [{ words: `${words}, as this does for ${names}, then built as required.`, steps: [first, ...others] }];
  });
  return {
    evidence: `${subject} stands for ${paths.length > 2 ? 'several' : 'two'} module paths, ${nameList(paths)}, and go refuses that: ${sentence(said(text))}`,
    remedy: inWords(`${words}.`),
    proposals,
  };
};

interface Excluded {
  readonly name: string;
  readonly version: { readonly path: string; readonly version: string };
  /** That has the line. */
  readonly file: string;
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
  if (main === undefined) return undefined;
  const { path, version, from } = lost;
  return { name: `${path}@${version}`, version: { path, version }, file: goModOf(main), by: from, main: main.path };
}

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
    only(ofDependency(text) ?? 'Mend the line: go.dev/ref/mod says how the file is written.'),
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
