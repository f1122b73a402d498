/** Programs that stand in for go, and misbehave. */
import { writeFileSync } from 'node:fs';
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
