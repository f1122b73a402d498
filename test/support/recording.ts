/** Programs that write down what they are asked, argument by argument. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Recording {
  readonly file: string;
  /** The arguments of each time it ran. */
  asked(): string[][];
}

/** A program in `folder` that records its arguments, then runs these shell commands. */
export function recordingProgram(folder: string, name: string, commands = ''): Recording {
  const record = path.join(folder, `${name}.asked`);
  const file = path.join(folder, name);
  // The number of arguments stands before them: one may be empty. One write each, for programs that run side by side.
  writeFileSync(file, `#!/bin/sh\nprintf '%s\\0' "$#" "$@" >> '${record}'\n${commands}\n`, { mode: 0o755 });
  return {
    file,
    asked: () => {
      const words = existsSync(record) ? readFileSync(record, 'utf8').split('\0') : [''];
      const all: string[][] = [];
      for (let at = 0; at + 1 < words.length;) {
        const count = Number(words[at]);
        all.push(words.slice(at + 1, at + 1 + count));
        at += 1 + count;
      }
      return all;
    },
  };
}
