/** Programs that stand in for go, and misbehave. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What `go env -json` has to print for the loader to go on. */
const env = `{"GOVERSION":"go1.26.8","GOOS":"linux","GOARCH":"amd64","GOFLAGS":"","GOMODCACHE":"/nowhere","GOPROXY":"direct","GOSUMDB":"off","GOWORK":""}`;

/**
 * A shell script in `folder` that answers `go env` and runs `commands` for everything else. Throws nothing; returns its
 * path.
 */
export function fakeGo(folder: string, commands: string, name = 'go'): string {
  const file = path.join(folder, name);
  const text = `#!/bin/sh\nif [ "$1" = env ]; then echo '${env}'; exit 0; fi\n${commands}\n`;
  writeFileSync(file, text, { mode: 0o755 });
  return file;
}

/** A fake go whose behaviour a test changes while modscope runs. */
export interface ChangingGo {
  readonly file: string;
  /** Fails: `go env` is answered, everything else runs these shell commands. */
  does(commands: string): void;
  /** Fails from the first command on. */
  doesAlways(commands: string): void;
  /** Tells a module of one requirement, after running `before`. */
  works(before?: string): void;
  /** The commands it was asked so far, each as `mod graph -modfile=…`. */
  asked(): string[];
}

/** The go.mod of the module that a ChangingGo tells of. */
export const fakeMod = 'module example.com/m\n\ngo 1.22\n\nrequire example.com/a v1.0.0\n';

const answers = `case "$1 $2" in
"mod graph") echo 'example.com/m example.com/a@v1.0.0';;
"list -m") echo '{"Path":"example.com/m","Main":true,"GoVersion":"1.22"} {"Path":"example.com/a","Version":"v1.0.0"}';;
"mod edit") echo '{"Module":{"Path":"example.com/m"},"Go":"1.22","Require":[{"Path":"example.com/a","Version":"v1.0.0"}]}';;
esac
`;

/** Shell commands that tell the graph which the go.mod in the folder of the command requires: one version of example.com/a. */
export const asGoModSays = `version=$(sed -n 's/^require .* //p' go.mod 2>/dev/null)
case "$1 $2" in
"mod graph") echo "example.com/m example.com/a@$version";;
"list -m") echo "{\\"Path\\":\\"example.com/m\\",\\"Main\\":true} {\\"Path\\":\\"example.com/a\\",\\"Version\\":\\"$version\\"}";;
*) exit 1;;
esac`;

/** It works at first. Its files, of which a module may be one, are in `folder`. */
export function changingGo(folder: string): ChangingGo {
  const behaviour = path.join(folder, 'behaviour');
  const asked = path.join(folder, 'asked');
  const file = path.join(folder, 'go');
  writeFileSync(file, `#!/bin/sh\necho "$*" >> '${asked}'\n. '${behaviour}'\n`, { mode: 0o755 });
  const answersEnv = `if [ "$1" = env ]; then echo '${env}'; exit 0; fi\n`;
  const go: ChangingGo = {
    file,
    // Another name first: a go that runs reads the old one or the new one.
    doesAlways: (commands) => {
      writeFileSync(`${behaviour}.new`, `${commands}\n`);
      renameSync(`${behaviour}.new`, behaviour);
    },
    does: (commands) => {
      go.doesAlways(`${answersEnv}${commands}`);
    },
    works: (before = '') => {
      go.doesAlways(`${answersEnv}${before}\n${answers}`);
    },
    asked: () => (existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : []),
  };
  go.works();
  return go;
}
