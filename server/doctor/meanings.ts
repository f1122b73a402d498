/** What each code of the doctor means, for docs/doctor.md. */
import type { Weight } from '../../graph/diagnosis/types.ts';
import { meanings as findingMeanings } from '../../graph/findings/meanings.ts';
import type { DoctorCode, ownCodes } from './types.ts';

export interface Meaning {
  readonly severities: readonly Weight[];
  /** When it is told. */
  readonly means: string;
  /** What it asks: a command, or a file. */
  readonly from: string;
}

const env = '`go env -json`';
const modEdit = '`go mod edit -json`';
const verdict = '`go list -m all` and `go list ./...` on copies, read-only';
const workEdit = '`go work edit -json`';

const ownMeanings: Readonly<Record<(typeof ownCodes)[number], Meaning>> = {
  'go-missing': { severities: ['error'], means: 'no go on the PATH, or none where `--go` says', from: 'the PATH' },
  'go-not-executable': { severities: ['error'], means: 'the file is there and cannot be run', from: 'the PATH' },
  'go-too-old': { severities: ['error'], means: 'older than 1.18, which modscope needs', from: env },
  'go-output-invalid': { severities: ['error'], means: 'a program of that name that is no go', from: env },
  'go-failed': { severities: ['error'], means: 'go cannot say its settings, or not in time', from: env },
  'go-several': {
    severities: ['warn', 'info'],
    means: 'several on the PATH: warn where their versions differ',
    from: '`go version` of each',
  },
  'goroot-mismatch': {
    severities: ['error'],
    means: 'GOROOT is no Go, or another one than runs',
    from: `${env}, the file VERSION there`,
  },
  'go-too-new': {
    severities: ['error'],
    means: 'the go line requires a newer go than this one',
    from: `${modEdit}, ${env}, \`go env GOTOOLCHAIN\``,
  },
  'toolchain-mismatch': { severities: ['warn'], means: 'the toolchain line does', from: `${modEdit}, ${env}` },
  'workspace-go-line': {
    severities: ['error'],
    means: 'a member requires a newer go than go.work says',
    from: `${workEdit}, ${modEdit}`,
  },
  'modules-off': { severities: ['error'], means: 'GO111MODULE=off', from: env },
  goflags: {
    severities: ['warn', 'info'],
    means: '-mod, -modfile, -overlay or -toolexec in GOFLAGS: info where only -modfile, which modscope obeys',
    from: env,
  },
  'proxy-settings': {
    severities: ['warn'],
    means: 'GOPROXY, GOSUMDB, GOPRIVATE, GONOPROXY and GONOSUMDB cannot work together; GOPROXY=off and sums missing',
    from: `${env}, go.sum`,
  },
  'no-module': {
    severities: ['error'],
    means: 'no go.mod in the folder or above it, and no go.work',
    from: 'the folder',
  },
  'file-unreadable': {
    severities: ['error'],
    means:
      'a go.mod or go.work that go cannot read, with file and line; a GOWORK that names no file; a go.sum, go.work.sum or vendor/modules.txt that is no file, or may not be read',
    from: `${modEdit}, ${workEdit}, the files`,
  },
  'workspace-use-missing': { severities: ['error'], means: '`use` of a folder without a go.mod', from: workEdit },
  'workspace-use-repeated': {
    severities: ['error'],
    means: '`use` of one folder, or of one module, twice',
    from: workEdit,
  },
  'workspace-use-nested': {
    severities: ['info'],
    means: '`use` of a folder inside another; go allows it',
    from: workEdit,
  },
  'workspace-replace-conflict': {
    severities: ['error'],
    means: 'members replace one module by different things',
    from: `${modEdit}, ${workEdit}`,
  },
  'workspace-main-replaced': { severities: ['error'], means: 'go.work replaces one of its members', from: workEdit },
  'workspace-above': { severities: ['info'], means: 'a go.work above the module is in force', from: '`go env GOWORK`' },
  'workspace-elsewhere': {
    severities: ['error', 'warn'],
    means: 'and does not use the module: warn where go takes what is typed here all the same',
    from: '`go env GOWORK`, `go list ./...` with a copy of it',
  },
  'workspace-left-out': {
    severities: ['warn', 'info'],
    means: 'modules below go.work that it does not use: warn where a member requires one',
    from: `${workEdit}, the folders (5,000 at most)`,
  },
  'replace-folder-missing': {
    severities: ['error', 'warn'],
    means: 'a replace line names a folder without a go.mod: error where the module is required and go refuses it',
    from: `${modEdit}, ${workEdit}`,
  },
  'vendor-out-of-step': {
    severities: ['error', 'warn'],
    means: 'vendor/modules.txt does not fit go.mod or go.work',
    from: '`go list -m -mod=vendor`',
  },
  'cache-not-writable': {
    severities: ['error'],
    means: 'the module cache cannot be written',
    from: `${env}, access(2)`,
  },
  'cache-full': {
    severities: ['error', 'warn'],
    means: 'its disk is full; warn below 100 MB',
    from: `${env}, statfs(2)`,
  },
  'temporary-not-writable': { severities: ['error'], means: 'nor the folder for temporary files', from: 'access(2)' },
  'temporary-full': { severities: ['error', 'warn'], means: 'its disk is full; warn below 100 MB', from: 'statfs(2)' },
  'folder-by-link': {
    severities: ['warn', 'info'],
    means: 'the folder was named by a link: warn where go finds other files that way',
    from: '`go env GOMOD GOWORK`, both ways',
  },
  'linked-folder': {
    severities: ['info'],
    means: 'folders with Go files that are links',
    from: 'the folders (5,000 at most)',
  },
  'wsl-path': {
    severities: ['warn'],
    means: 'module or module cache on the disk of Windows in WSL, or the reverse',
    from: '/proc/self/mountinfo',
  },
  'git-missing': { severities: ['warn'], means: 'no git on the PATH', from: 'the PATH' },
  'git-old': { severities: ['warn'], means: 'older than 2.35.2', from: '`git --version`' },
  'git-owner': {
    severities: ['warn'],
    means: 'the repository belongs to another user, so that git does not read it',
    from: '`git rev-parse --show-toplevel`',
  },
  'no-network': {
    severities: ['warn'],
    means: 'the first proxy of GOPROXY does not answer for a module that go.mod requires, within 5 seconds',
    from: '`go list -m MODULE@VERSION`, in a module cache of its own',
  },
  'go-refuses': {
    severities: ['error'],
    means: 'go refuses the module, and nothing above says why',
    from: verdict,
  },
};

/** Looked for where the user asks. What is high among findings is a warning here: go works with it. */
const asked: Readonly<Partial<Record<DoctorCode, Pick<Meaning, 'severities' | 'from'>>>> = {
  'selected-retracted': { severities: ['warn'], from: '`go list -m -u`, with `--facts`' },
  deprecated: { severities: ['warn'], from: '`go list -m -u`, with `--facts`' },
  vulnerable: {
    severities: ['warn', 'info'],
    from: 'the Go vulnerability database, with `--facts`, or a report of govulncheck, with `--vuln FILE`',
  },
};

/** Of a code of his own, or of a finding that go's verdict brings: an error there too, or a warning. */
export function meaningOf(code: DoctorCode): Meaning {
  if (isOwn(code)) return ownMeanings[code];
  const { means, severities } = findingMeanings[code];
  const told = asked[code];
  if (told !== undefined) return { severities: told.severities, means, from: told.from };
  return {
    severities: severities.filter((one): one is Weight => one === 'error' || one === 'warn'),
    means,
    from: verdict,
  };
}

function isOwn(code: DoctorCode): code is keyof typeof ownMeanings {
  return Object.hasOwn(ownMeanings, code);
}
