/** Where a go test script stands: its folder, its environment, its files; nothing outside its own folder is ever touched. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ScriptLine } from './script-line.ts';

const system = os.platform() === 'win32' ? 'windows' : os.platform();
/** Conditions that we take as given; a script that needs the net or git merely finds its modules missing. */
const given = new Set(['symlink', 'git', 'net', 'compiler:gc', 'case-sensitive', 'cgo', `GOOS:${system}`]);

export class ScriptState {
  /** The folder that a script may write in. */
  readonly work: string;
  readonly env: Map<string, string>;
  folder: string;
  /** What the last go command printed. */
  stdout = '';

  constructor(work: string) {
    this.work = work;
    this.folder = path.join(work, 'gopath', 'src');
    this.env = new Map([
      ['WORK', work],
      ['GOPATH', path.join(work, 'gopath')],
      ['/', path.sep],
      [':', path.delimiter],
      ['newline', '\n'],
      ['devnull', os.devNull],
    ]);
    mkdirSync(this.folder, { recursive: true });
  }

  holds(line: ScriptLine): boolean {
    return line.conditions.every(({ tag, want }) => (given.has(tag) || given.has(tag.split(':')[0] ?? '')) === want);
  }

  /** Arguments with the environment put in; quoted parts stay as they are. */
  expand(line: ScriptLine): string[] {
    const value = (name: string): string => this.env.get(name) ?? '';
    return line.args.map((fragments) =>
      fragments
        .map(({ text, quoted }) =>
          quoted
            ? text
            : text.replace(/\$(?:\{([^}]*)\}|(\w+))/g, (_, braced?: string, plain?: string) =>
                value(braced ?? plain ?? ''),
              ),
        )
        .join(''),
    );
  }

  /** An absolute path inside the script's folder. Throws for one outside. */
  inside(name: string): string {
    const file = path.resolve(this.folder, name);
    if (file !== this.work && !file.startsWith(`${this.work}${path.sep}`)) throw new Error(`${name} is outside`);
    return file;
  }

  /** Does what a command does to files, folder or environment. False for one that does nothing to them, or is unknown. */
  change(name: string, args: readonly string[]): boolean {
    const change = changes[name];
    if (change === undefined) return false;
    change(this, args);
    return true;
  }
}

type Change = (state: ScriptState, args: readonly string[]) => void;

/** cmd/internal/script/cmds.go and cmd/go/scriptcmds_test.go. What fails is thrown. */
const changes: Readonly<Record<string, Change | undefined>> = {
  cd: (state, [to = '.']) => {
    const folder = state.inside(to);
    if (!statSync(folder).isDirectory()) throw new Error(`${to} is no folder`);
    state.folder = folder;
  },
  env: (state, args) => {
    for (const arg of args) {
      const cut = arg.indexOf('=');
      if (cut > 0) state.env.set(arg.slice(0, cut), arg.slice(cut + 1));
    }
  },
  cp: (state, args) => {
    const target = state.inside(args.at(-1) ?? '');
    for (const from of args.slice(0, -1)) {
      if (from === 'stderr') continue;
      const isText = from === 'stdout';
      const isFolder = existsSync(target) && statSync(target).isDirectory();
      const to = isFolder ? path.join(target, path.basename(from)) : target;
      if (isText) writeFileSync(to, state.stdout);
      else writeFileSync(to, readFileSync(state.inside(from)));
    }
  },
  mv: (state, [from = '', to = '']) => {
    renameSync(state.inside(from), state.inside(to));
  },
  rm: (state, args) => {
    for (const arg of args) rmSync(state.inside(arg), { recursive: true, force: true });
  },
  mkdir: (state, args) => {
    for (const arg of args) mkdirSync(state.inside(arg), { recursive: true });
  },
  symlink: (state, [link = '', , to = '']) => {
    const file = state.inside(link);
    state.inside(path.resolve(path.dirname(file), to));
    symlinkSync(to, file);
  },
  replace: (state, args) => {
    const file = state.inside(args.at(-1) ?? '');
    let text = readFileSync(file, 'utf8');
    for (let at = 0; at + 2 < args.length; at += 2)
      text = text.replaceAll(unescapedText(args[at]!), () => unescapedText(args[at + 1]!));
    writeFileSync(file, text);
  },
  unquote: (state, args) => {
    for (const arg of args) {
      const file = state.inside(arg);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^>/gm, ''));
    }
  },
};

/** `replace` reads its words as Go strings: `\n` and `\t`. */
function unescapedText(text: string): string {
  return text.replace(/\\([nt])/g, (_, letter: string) => (letter === 'n' ? '\n' : '\t'));
}
