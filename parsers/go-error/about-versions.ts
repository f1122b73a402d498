/** Go's words about Go versions and checksums. */
import { moduleName, type Rule } from './rule.ts';

/** Whether there is such a go, nobody has looked. */
const newerGo = 'With --toolchain auto go looks for one that is new enough; --go PATH names one that is installed.';

/** In the order in which they are tried. Words: cmd/go/internal/gover, cmd/go/internal/modfetch. */
export const aboutVersions: readonly Rule[] = [
  {
    pattern:
      /(?<subject>go\.mod|go\.work|module \S+(?: listed in go\.work file)?) requires go >= (?<wanted>\S+) \(running go (?<running>[^;)\s]+)/,
    meaning: ({ subject = 'go.mod', wanted = '', running = '' }) => ({
      code: 'go-too-new',
      message: `${subject} requires go ${wanted}, and this is go ${running}.`,
      hint: newerGo,
    }),
  },
  {
    pattern: /download go(?<wanted>\S+) for (?<platform>\S+): toolchain not available/,
    meaning: ({ wanted = '', platform = '' }) => ({
      code: 'go-too-new',
      message: `go.mod requires go ${wanted}, and there is no such toolchain for ${platform}.`,
      hint: 'Check the go and toolchain lines of go.mod.',
    }),
  },
  {
    pattern: /invalid go version '(?<wanted>[0-9.a-z]+)': must match format 1\.23\b(?!\.)/,
    meaning: ({ wanted = '' }) => ({
      code: 'go-too-new',
      message: `go.mod says go ${wanted}, in a form that this go is too old to know.`,
      hint: newerGo,
    }),
  },
  {
    pattern:
      /module (?<module>\S+) listed in go\.work file requires go >= (?<wanted>\S+), but go\.work lists go (?<listed>[^\s;]+)/,
    meaning: ({ module = '', wanted = '', listed = '' }) => ({
      code: 'bad-input',
      message: `${module} requires go ${wanted}, and go.work says go ${listed}.`,
      hint: 'Run `go work use`: it raises the go line of go.work.',
    }),
  },
  {
    pattern: new RegExp(`verifying ${moduleName}: checksum mismatch`),
    meaning: ({ module = '' }) => ({
      code: 'checksum-mismatch',
      message: `${module} is not what its recorded checksum says.`,
      hint: 'Somebody changed a released version, or go.sum is wrong. Find out which before you go on: compare with a colleague, or load again from an empty module cache. Only if go.sum is wrong, delete its line and have go add it again.',
    }),
  },
  {
    pattern: new RegExp(`verifying ${moduleName}: .*(?:sumdb|sum\\.golang\\.org|checksum database)`),
    meaning: ({ module = '' }) => ({
      code: 'go-failed',
      message: `The checksum database could not confirm ${module}.`,
      hint: 'Name the host of a private module in GOPRIVATE. Without a network use `--offline`.',
    }),
  },
  {
    pattern: /malformed go\.sum:\n(?<place>.+)/,
    meaning: ({ place = '' }) => ({
      code: 'bad-input',
      message: `go.sum cannot be read: ${place}`,
      hint: 'Often a merge conflict. Delete the broken line and have go add what is missing.',
    }),
  },
  {
    pattern: new RegExp(`${moduleName}(?: \\(replaced by \\S+\\))?: missing go\\.sum entry`),
    meaning: ({ module = '' }) => ({
      code: 'go-failed',
      message: `go.sum has no line for ${module}.`,
      hint: 'Have go add it, which needs the network or a filled module cache.',
    }),
  },
  {
    pattern: /missing go\.sum entry/,
    meaning: () => ({
      code: 'go-failed',
      message: 'go.sum lacks lines that go needs.',
      hint: 'Have go add it, which needs the network or a filled module cache.',
    }),
  },
];
