/** Faults of go itself, by a go that misbehaves on demand. */
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ChangingGo, changingGo, fakeMod } from '../support/fake-go.ts';
import { layOut } from '../support/tree.ts';
import type { Broken, Case } from './broken.ts';

interface Parts {
  readonly go: ChangingGo;
  /** The module's folder. */
  readonly dir: string;
}

/** A module and a go that works until it is broken. */
function faked(
  breakIt: (parts: Parts) => void,
  args: readonly string[] = [],
  mendIt?: (parts: Parts) => void,
): (folder: string) => Broken {
  return (folder) => {
    const dir = path.join(folder, 'module');
    layOut(dir, { 'go.mod': fakeMod });
    const go = changingGo(folder);
    const parts = { go, dir };
    return {
      dir,
      args: ['--go', go.file, ...args],
      break: () => {
        breakIt(parts);
      },
      mend: () => {
        if (mendIt === undefined) go.works();
        else mendIt(parts);
      },
    };
  };
}

const toldOfGo = ['--go PATH'];
/** What go.mod says is listed without go. */
const shows = 'example.com/a';

export const fakeCases: readonly Case[] = [
  {
    fault: 'go missing',
    name: 'the file that --go names is gone',
    code: 'go-missing',
    status: 3,
    says: ['There is no program', 'https://go.dev/dl/', '--sample', ...toldOfGo],
    shows,
    arrange: faked(
      ({ go }) => {
        renameSync(go.file, `${go.file}.away`);
      },
      [],
      ({ go }) => {
        renameSync(`${go.file}.away`, go.file);
      },
    ),
  },
  {
    fault: 'go not executable',
    name: 'chmod -x',
    code: 'go-not-executable',
    status: 3,
    says: ['is not executable', 'chmod +x', ...toldOfGo],
    shows,
    arrange: faked(
      ({ go }) => {
        chmodSync(go.file, 0o644);
      },
      [],
      ({ go }) => {
        chmodSync(go.file, 0o755);
      },
    ),
  },
  {
    fault: 'go not executable',
    name: 'the interpreter of its first line is missing',
    code: 'go-not-executable',
    status: 3,
    says: ['is not executable', ...toldOfGo],
    shows,
    arrange: (folder) => {
      const broken = faked(() => undefined)(folder);
      const file = path.join(folder, 'go');
      return {
        ...broken,
        break: () => {
          renameSync(file, `${file}.away`);
          writeFileSync(file, '#!/nowhere/sh\n', { mode: 0o755 });
        },
        mend: () => {
          renameSync(`${file}.away`, file);
        },
      };
    },
  },
  {
    fault: 'go too old',
    name: 'go 1.12',
    code: 'go-too-old',
    status: 3,
    says: ['needs go 1.18 or newer', 'go1.12.17', 'https://go.dev/dl/', ...toldOfGo],
    shows,
    arrange: faked(({ go }) => {
      go.doesAlways(`echo '{"GOVERSION":"go1.12.17"}'`);
    }),
  },
  {
    fault: 'go exits 1',
    name: 'with words of its own',
    code: 'go-failed',
    status: 3,
    says: ['go mod graph failed with status 1: the sky is falling', 'second line of it', 'Run `go mod graph`'],
    shows,
    arrange: faked(({ go }) => {
      go.does(`echo 'go: the sky is falling' >&2; echo 'second line of it' >&2; exit 1`);
    }),
  },
  {
    fault: 'go exits 1',
    name: 'without a word, from go env on',
    code: 'go-failed',
    status: 3,
    says: ['go env', 'failed with status 7'],
    shows,
    arrange: faked(({ go }) => {
      go.doesAlways('exit 7');
    }),
  },
  {
    fault: 'go killed',
    name: 'by SIGKILL',
    code: 'go-killed',
    status: 3,
    says: ['was ended by SIGKILL', 'too little memory'],
    shows,
    arrange: faked(({ go }) => {
      go.does('kill -9 $$');
    }),
  },
  {
    fault: 'go stopped',
    name: 'by SIGSTOP',
    code: 'go-timeout',
    status: 3,
    says: [/did not end within 0\.\d+ seconds and was stopped/, '--timeout SECONDS'],
    shows,
    arrange: faked(
      ({ go }) => {
        go.does('kill -STOP $$');
      },
      ['--timeout', '0.7'],
    ),
  },
  {
    fault: 'go times out',
    name: 'and ignores SIGTERM',
    code: 'go-timeout',
    status: 3,
    says: [/did not end within 0\.\d+ seconds and was stopped/, '--timeout SECONDS'],
    shows,
    arrange: faked(
      ({ go }) => {
        go.does(`trap '' TERM INT HUP; while :; do sleep 0.05; done`);
      },
      ['--timeout', '0.7'],
    ),
  },
  {
    fault: 'go.mod missing',
    name: 'a file that is deleted',
    code: 'no-module',
    status: 4,
    says: ['There is no go.mod in', 'module or any folder above it', 'modscope DIR', 'go mod init'],
    arrange: faked(
      ({ dir }) => {
        rmSync(path.join(dir, 'go.mod'));
      },
      [],
      ({ dir }) => {
        writeFileSync(path.join(dir, 'go.mod'), fakeMod);
      },
    ),
  },
  {
    fault: 'go.mod malformed',
    name: 'that neither go nor we can read',
    code: 'bad-input',
    status: 4,
    says: ['go.mod:3'],
    arrange: faked(({ go, dir }) => {
      writeFileSync(path.join(dir, 'go.mod'), 'module example.com/m\n\nrequire (((\n');
      go.does('echo "go: errors parsing go.mod:" >&2; echo "go.mod:3: unexpected input" >&2; exit 1');
    }),
  },
  {
    fault: 'go.sum missing',
    name: 'in the words of go',
    code: 'go-failed',
    status: 3,
    says: ['go.sum has no line for example.com/a@v1.0.0', 'missing go.sum entry'],
    shows,
    arrange: faked(({ go }) => {
      go.does('echo "go: example.com/a@v1.0.0: missing go.sum entry for go.mod file" >&2; exit 1');
    }),
  },
  {
    fault: 'invalid UTF-8',
    name: 'in the graph',
    code: 'go-output-invalid',
    status: 3,
    says: ['go mod graph', 'line 2', 'UTF-8'],
    shows,
    arrange: faked(({ go }) => {
      go.does(String.raw`printf 'example.com/m example.com/a@v1.0.0\nexample.com/\377 b@v1\n'`);
    }),
  },
  {
    fault: 'truncated JSON',
    name: 'in the list of modules',
    code: 'go-output-invalid',
    status: 3,
    says: ['go list -m', 'ends in the middle'],
    shows,
    arrange: faked(({ go }) => {
      go.works(`if [ "$1 $2" = "list -m" ]; then printf '{"Path":"example.com/m","Main":tr'; exit 0; fi`);
    }),
  },
  {
    fault: 'NUL and CRLF',
    name: 'a NUL in the graph',
    code: 'go-output-invalid',
    status: 3,
    says: ['go mod graph', 'line 1'],
    shows,
    arrange: faked(({ go }) => {
      go.does(String.raw`printf 'example.com/m example.com/\000a@v1.0.0\r\n'`);
    }),
  },
  {
    fault: 'stdout flood',
    name: 'lines without end',
    code: 'go-output-flood',
    status: 3,
    says: ['go mod graph', 'the most that is read'],
    shows,
    arrange: faked(({ go }) => {
      go.does(`[ "$1 $2" = "mod graph" ] || exit 1; tr '\\000' x < /dev/zero`);
    }),
  },
  {
    fault: 'stderr flood',
    name: 'words without end',
    code: 'go-output-flood',
    status: 3,
    says: ['wrote more than 64 MB to stderr', ...toldOfGo],
    shows,
    arrange: faked(({ go }) => {
      go.does(`tr '\\000' x < /dev/zero >&2`);
    }),
  },
  {
    fault: 'disk full',
    name: 'the module cache, in the words of go',
    code: 'write-failed',
    status: 74,
    says: ['The disk is full: go could not write', 'write /home/u/go/pkg/mod/x: no space left', 'Make room'],
    shows,
    arrange: faked(({ go }) => {
      go.does('echo "go: example.com/a@v1.0.0: write /home/u/go/pkg/mod/x: no space left on device" >&2; exit 1');
    }),
  },
  {
    fault: 'read-only folder',
    name: 'the module cache, in the words of go',
    code: 'go-failed',
    status: 3,
    says: ['go may not read or write /ro/mod/cache/lock', 'read-only file system', 'Mend the rights'],
    shows,
    arrange: faked(({ go }) => {
      go.does('echo "go: example.com/a@v1.0.0: open /ro/mod/cache/lock: read-only file system" >&2; exit 1');
    }),
  },
  {
    fault: 'a file that vanishes',
    name: 'go.mod, while go reads it',
    code: 'bad-input',
    status: 4,
    says: ['go.mod cannot be read', 'no such file'],
    arrange: faked(
      ({ go, dir }) => {
        const file = path.join(dir, 'go.mod');
        // Once: a load that the watch starts while this one is mended would take the new file away as well.
        const gone = `${file}.gone`;
        const says = `echo "go: open ${file}: no such file" >&2; exit 1`;
        go.works(`if [ "$1 $2" = "mod edit" ]; then mkdir '${gone}' 2>/dev/null && rm '${file}'; ${says}; fi`);
      },
      [],
      ({ go, dir }) => {
        go.works();
        writeFileSync(path.join(dir, 'go.mod'), fakeMod);
      },
    ),
  },
];
