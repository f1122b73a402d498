/**
 * Every go command that modscope runs, a function each: what stands in it is written here, or was checked. `Go` runs nothing
 * else. A new command is a new row of `goCommands`, and test/server/process/hostile-names.test.ts then asks for its hostile names.
 */
import type { ImportPath, ModuleAt, ModuleName, ModuleQuery, ModuleVersion } from '../../graph/module/names.ts';
import type { AbsoluteFile, FolderPattern, FolderTarget, GodebugName, GoLine, UseWords } from './arguments.ts';
import { Command } from './command.ts';
import { flag, own, type Word } from './word.ts';

/** Only the functions of this file make one. */
class MadeGoCommand extends Command {
  /** No object of the same shape is one. */
  declare private readonly made: 'for go';

  constructor(verb: readonly Word[], flags: readonly Word[] = [], operands: readonly Word[] = []) {
    super('go', verb, flags, operands);
  }
}

export type GoCommand = MadeGoCommand;

/** The scratch copy that a command works on; with none it works on the files of its folder. */
export interface On {
  /** go.mod in the place of that of the module. A workspace has none: GOWORK names its copy. */
  readonly modfile?: AbsoluteFile;
}

/** Where a command that writes may write: the copy that -modfile names, or the mirror of the project in which it runs. */
export type Written = Required<On> | { readonly inMirror: true };

/** JSON that names files to be read in the place of others (go help build, -overlay). */
interface Over {
  readonly overlay?: AbsoluteFile;
}

/** What `go env` is asked for. */
export type GoVariable =
  | 'CGO_ENABLED'
  | 'GO111MODULE'
  | 'GOARCH'
  | 'GOENV'
  | 'GOFLAGS'
  | 'GOMAXPROCS'
  | 'GOMOD'
  | 'GOMODCACHE'
  | 'GONOPROXY'
  | 'GONOSUMDB'
  | 'GOOS'
  | 'GOPRIVATE'
  | 'GOPROXY'
  | 'GOROOT'
  | 'GOSUMDB'
  | 'GOTOOLCHAIN'
  | 'GOVCS'
  | 'GOVERSION'
  | 'GOVULNDB'
  | 'GOWORK';

/** What is laid over the environment of a command: its names stand in our sources, never in data. */
export type GoSettings = Readonly<Partial<Record<GoVariable | 'PWD', string>>>;

/** One edit of go.mod (go help mod edit) or go.work (go help work edit). */
export type GoModEdit =
  | { readonly kind: 'require'; readonly module: ModuleQuery }
  | { readonly kind: 'droprequire'; readonly path: ImportPath }
  | { readonly kind: 'exclude' | 'dropexclude'; readonly module: ModuleAt }
  | { readonly kind: 'retract' | 'dropretract'; readonly version: ModuleVersion }
  | ReplaceEdit
  | { readonly kind: 'go'; readonly version: GoLine }
  | { readonly kind: 'toolchain'; readonly version: GoLine | 'none' }
  | { readonly kind: 'tool' | 'droptool'; readonly path: ImportPath }
  | { readonly kind: 'dropgodebug'; readonly name: GodebugName };

export type ReplaceEdit =
  | {
      readonly kind: 'replace';
      readonly path: ImportPath;
      readonly version?: ModuleVersion;
      readonly by: ModuleQuery | FolderTarget;
    }
  | { readonly kind: 'dropreplace'; readonly path: ImportPath; readonly version?: ModuleVersion };

export type GoWorkEdit =
  | ReplaceEdit
  | { readonly kind: 'use'; readonly folder: FolderTarget }
  | { readonly kind: 'dropuse'; readonly folder: UseWords }
  | { readonly kind: 'dropgodebug'; readonly name: GodebugName }
  | { readonly kind: 'go'; readonly version: GoLine }
  | { readonly kind: 'toolchain'; readonly version: GoLine | 'none' };

/** What `go list` is asked about packages. */
export interface PackageQuestion {
  /** Fields of -json; the import paths alone without. */
  readonly fields?: string;
  /** A template (go help list), in the place of both. */
  readonly format?: string;
  readonly tests?: boolean;
  /** -e: a package that cannot be loaded carries its error, and does not fail the command. */
  readonly errors?: boolean;
}

export const goCommands = {
  version: (): GoCommand => new MadeGoCommand([own('version')]),

  /** Names and values as JSON. */
  env: (names: readonly GoVariable[]): GoCommand =>
    new MadeGoCommand([own('env')], [own('-json')], names.map(own<GoVariable>)),

  /** One value. Without the `--`: only `go env GOTOOLCHAIN`, in these words, looks for no other toolchain (toolchain.Select). */
  envOf: (name: GoVariable): GoCommand => new MadeGoCommand([own('env'), own<GoVariable>(name)]),

  modGraph: (on: On): GoCommand => new MadeGoCommand([own('mod'), own('graph')], modfile(on)),

  /** The main modules: reads what is declared, and loads no graph. */
  listMains: (on: On): GoCommand => new MadeGoCommand(listM, modfile(on)),

  /** The build list. `errors`: -e; `json`: as JSON; `format`: a template (go help list); `updates`: -u, which asks the network. */
  listAll: (
    on: On,
    {
      errors = false,
      json = false,
      updates = false,
      format,
    }: { errors?: boolean; json?: boolean; updates?: boolean; format?: string } = {},
  ): GoCommand =>
    new MadeGoCommand(
      listM,
      [
        ...modfile(on),
        ...only(errors, own('-e')),
        ...only(updates, own('-u')),
        ...only(json, own('-json')),
        ...(format === undefined ? [] : [flag('-f', format)]),
      ],
      [own('all')],
    ),

  /**
   * These versions, or what queries come to, whatever the module requires: their go.mod files come into the module cache.
   * `retracted`: -retracted, which asks the network.
   */
  listVersions: (modules: readonly ModuleQuery[], { retracted = false }: { retracted?: boolean } = {}): GoCommand =>
    new MadeGoCommand(listM, [own('-e'), own('-json'), ...only(retracted, own('-retracted'))], modules),

  /**
   * What queries come to, and each version that is tagged, retracted ones too: asks the network. `updates`: -u, without which
   * go says nothing of deprecation (cmd/go/internal/list).
   */
  listTagged: (modules: readonly ModuleQuery[], { updates = false }: { updates?: boolean } = {}): GoCommand =>
    new MadeGoCommand(
      listM,
      [own('-e'), own('-json'), own('-versions'), own('-retracted'), ...only(updates, own('-u'))],
      modules,
    ),

  /** What a query comes to. `retracted`: -retracted, which asks the network. */
  listQuery: (
    module: ModuleQuery,
    { json = false, retracted = false }: { json?: boolean; retracted?: boolean } = {},
  ): GoCommand =>
    new MadeGoCommand(listM, [...only(json, own('-json')), ...only(retracted, own('-retracted'))], [module]),

  /** Without Stale and its kind in the fields no compiler, cgo or pkg-config runs; without -buildvcs no git. */
  listPackages: (
    on: On,
    patterns: readonly FolderPattern[],
    { fields, format, tests = false, errors = false }: PackageQuestion = {},
  ): GoCommand =>
    new MadeGoCommand(
      [own('list')],
      [
        ...modfile(on),
        ...only(errors, own('-e')),
        own('-deps'),
        ...only(tests, own('-test')),
        own('-buildvcs=false'),
        own('-pgo=off'),
        ...(fields === undefined ? [] : [flag('-json', fields)]),
        ...(format === undefined ? [] : [flag('-f', format)]),
      ],
      patterns,
    ),

  /** What the tool lines of the main modules name, with what they import: the pattern is one word of go's own (go help packages). */
  listTools: (on: On, { fields, errors = false }: Pick<PackageQuestion, 'fields' | 'errors'> = {}): GoCommand =>
    new MadeGoCommand(
      [own('list')],
      [
        ...modfile(on),
        ...only(errors, own('-e')),
        own('-deps'),
        own('-buildvcs=false'),
        own('-pgo=off'),
        ...(fields === undefined ? [] : [flag('-json', fields)]),
      ],
      [own('tool')],
    ),

  /** The go.mod of the folder that go runs in, or another one. */
  modEditJson: (file?: AbsoluteFile): GoCommand =>
    new MadeGoCommand([own('mod'), own('edit')], [own('-json')], [file ?? own('go.mod')]),

  workEditJson: (file: AbsoluteFile): GoCommand =>
    new MadeGoCommand([own('work'), own('edit')], [own('-json')], [file]),

  /** Writes `file`: a scratch copy. */
  modEdit: (file: AbsoluteFile, edits: readonly GoModEdit[]): GoCommand =>
    new MadeGoCommand([own('mod'), own('edit')], edits.map(modEditFlag), [file]),

  /** Writes `file`: a scratch copy. */
  workEdit: (file: AbsoluteFile, edits: readonly GoWorkEdit[]): GoCommand =>
    new MadeGoCommand([own('work'), own('edit')], edits.map(workEditFlag), [file]),

  /** Why modules are needed. `vendor`: as a build sees it, which looks at no test of a dependency. */
  modWhy: (on: On, modules: readonly ModuleName[], { vendor = false }: { vendor?: boolean } = {}): GoCommand =>
    new MadeGoCommand([own('mod'), own('why')], [...modfile(on), ...only(vendor, own('-vendor')), own('-m')], modules),

  /** Writes nothing; go knows -diff from 1.23 on. */
  modTidyDiff: (on: On): GoCommand => new MadeGoCommand([own('mod'), own('tidy')], [own('-diff'), ...modfile(on)]),

  /** Writes go.mod and go.sum: those of the copy, or of the scratch folder that it runs in. */
  modTidy: (on: Written & Over): GoCommand =>
    new MadeGoCommand(
      [own('mod'), own('tidy')],
      [...written(on), ...(on.overlay === undefined ? [] : [flag('-overlay', on.overlay)])],
    ),

  /** Writes the vendor folder of the scratch folder that it runs in. */
  modVendor: (): GoCommand => new MadeGoCommand([own('mod'), own('vendor')]),

  workVendor: (): GoCommand => new MadeGoCommand([own('work'), own('vendor')]),

  /** Adds folders to the go.work of the scratch folder; without any it raises the go line to what its members ask for. */
  workUse: (folders: readonly FolderTarget[]): GoCommand => new MadeGoCommand([own('work'), own('use')], [], folders),

  /** All that the graph needs. */
  modDownloadAll: (): GoCommand => new MadeGoCommand([own('mod'), own('download')]),

  modDownload: (on: On, modules: readonly ModuleAt[]): GoCommand =>
    new MadeGoCommand([own('mod'), own('download')], [...modfile(on), own('-json')], modules),

  modVerify: (on: On): GoCommand => new MadeGoCommand([own('mod'), own('verify')], modfile(on)),

  /** Writes go.mod and go.sum as modTidy does. `none` as the query drops a module. */
  get: (on: Written, modules: readonly ModuleQuery[]): GoCommand =>
    new MadeGoCommand([own('get')], written(on), modules),

  /** Writes the go.mod files of the members: those of a scratch workspace that GOWORK names. */
  workSync: (): GoCommand => new MadeGoCommand([own('work'), own('sync')]),
} as const;

const listM: readonly Word[] = [own('list'), own('-m')];

function modfile({ modfile: file }: On): Word[] {
  return file === undefined ? [] : [flag('-modfile', file)];
}

function written(on: Written): Word[] {
  return 'modfile' in on ? modfile(on) : [];
}

function only(wanted: boolean, word: Word): Word[] {
  return wanted ? [word] : [];
}

function modEditFlag(edit: GoModEdit): Word {
  switch (edit.kind) {
    case 'require':
      return flag('-require', edit.module);
    case 'droprequire':
      return flag('-droprequire', edit.path);
    case 'exclude':
      return flag('-exclude', edit.module);
    case 'dropexclude':
      return flag('-dropexclude', edit.module);
    case 'retract':
      return flag('-retract', edit.version);
    case 'dropretract':
      return flag('-dropretract', edit.version);
    case 'tool':
      return flag('-tool', edit.path);
    case 'droptool':
      return flag('-droptool', edit.path);
    default:
      return workEditFlag(edit);
  }
}

function workEditFlag(edit: GoWorkEdit): Word {
  switch (edit.kind) {
    case 'use':
      return flag('-use', edit.folder);
    case 'dropuse':
      return flag('-dropuse', edit.folder);
    case 'dropgodebug':
      return flag('-dropgodebug', edit.name);
    case 'replace':
      return flag('-replace', `${versioned(edit)}=${edit.by}`);
    case 'dropreplace':
      return flag('-dropreplace', versioned(edit));
    case 'go':
      return flag('-go', edit.version);
    case 'toolchain':
      return flag('-toolchain', edit.version === 'none' ? 'none' : `go${edit.version}`);
  }
}

function versioned({ path, version }: { readonly path: string; readonly version?: string }): string {
  return version === undefined ? path : `${path}@${version}`;
}
