/** Go's words about go.mod, go.work and what they name on disk. */
import { moduleName, type Rule } from './rule.ts';

/** In the order in which they are tried. Words: cmd/go/internal/modload init.go, modfile.go, load.go. */
export const aboutFiles: readonly Rule[] = [
  {
    pattern: /go\.mod file not found in current directory or any parent|cannot find main module/,
    meaning: () => ({
      code: 'no-module',
      message: 'There is no go.mod here or in a folder above.',
      hint: 'Name the folder of a Go module: `modscope DIR`. `modscope --sample kubectl` shows one without Go.',
    }),
  },
  {
    pattern: new RegExp(
      `${moduleName} \\(replaced by (?<target>.+?)\\): reading (?<file>.+?): open .*?: (?:no such file or directory|The system cannot find)`,
    ),
    meaning: ({ module = '', target = '' }) => ({
      code: 'go-failed',
      message: `${module} is replaced by the folder ${target}, where there is no go.mod.`,
      hint: 'Check out the whole repository, so that the folder stands beside this module.',
    }),
  },
  {
    pattern: /conflicting replacements for (?<module>\S+):\n(?<folders>(?:\t.*\n?)+)/,
    meaning: ({ module = '', folders = '' }) => ({
      code: 'bad-input',
      message: `Replace lines replace ${module} by different things: ${folders
        .trim()
        .split(/\s*\n\s*/)
        .join(' and ')}.`,
      hint: `Keep one of them; in a workspace go.work may say which, by a replace line for ${module} of its own.`,
    }),
  },
  {
    pattern: /workspace module (?<module>\S+) is replaced at all versions in the go\.work file/,
    meaning: ({ module = '' }) => ({
      code: 'bad-input',
      message: `go.work uses ${module} and replaces it at all versions.`,
      hint: `Take one of the two away: the replace line for ${module}, or the folder.`,
    }),
  },
  {
    pattern: /cannot load module (?<folder>.+?) listed in go\.work file: open .*: no such file or directory/,
    meaning: ({ folder = '' }) => ({
      code: 'bad-input',
      message: `go.work uses the folder ${folder}, which holds no go.mod.`,
      hint: `Check it out, or take its line out of go.work. \`--gowork off\` looks at this module alone.`,
    }),
  },
  {
    pattern: /no modules were found in the current workspace/,
    meaning: () => ({
      code: 'no-module',
      message: 'The go.work in force uses no module.',
      hint: 'Add a folder to it; `--gowork off` looks at a module alone.',
    }),
  },
  {
    pattern: /(?<what>path \S+|module \S+) appears multiple times in workspace/,
    meaning: ({ what = '' }) => ({
      code: 'bad-input',
      message: `go.work names the ${what} more than once.`,
      hint: 'Take one use line out of go.work.',
    }),
  },
  {
    pattern: /missing module declaration/,
    meaning: () => ({
      code: 'bad-input',
      message: 'The go.mod has no module line.',
      hint: 'Its first line names the module: module example.com/name.',
    }),
  },
  {
    pattern: /errors parsing (?<file>[^\n]*?(?:go\.mod|go\.work)):\n(?<first>[^\n]*)/,
    meaning: ({ file = '', first = '' }) => ({
      code: 'bad-input',
      message: `${file} cannot be read: ${first}`,
      hint: 'See go.dev/ref/mod for the syntax.',
    }),
  },
  {
    pattern: new RegExp(
      `${moduleName}[^\\n]*: parsing go\\.mod:\\s+module declares its path as: (?<declared>\\S+)\\s+but was required as: (?<required>\\S+)`,
    ),
    meaning: ({ module = '', declared = '', required = '' }) => ({
      code: 'go-failed',
      message: `${module} is required as ${required}, but its go.mod says it is ${declared}.`,
      hint: `Require it as ${declared}, or replace ${required} by a version of ${declared}.`,
    }),
  },
  {
    pattern: /updates to go\.(?:mod|work) needed|inconsistent vendoring/,
    meaning: () => ({
      code: 'go-failed',
      message: 'go.mod does not agree with what it leads to.',
      hint: 'Bring go.mod up to date (and the vendor folder, if there is one), look at what changed, and load again.',
    }),
  },
  {
    pattern: /parsing \$GOFLAGS: (?<why>[^\n]*)/,
    meaning: ({ why = '' }) => ({
      code: 'go-failed',
      message: `GOFLAGS cannot be read: ${why}`,
      hint: '`go env GOFLAGS` shows it, `go env -u GOFLAGS` unsets it.',
    }),
  },
  {
    pattern: /flag provided but not defined: (?<flag>\S+)/,
    meaning: ({ flag = '' }) => ({
      code: 'go-too-old',
      message: `This go does not know ${flag}.`,
      hint: 'Install a newer go, or name one with `--go PATH`.',
    }),
  },
];
