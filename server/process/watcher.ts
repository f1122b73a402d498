/** Ends what we started when we are ended in a way that nobody can catch (SIGKILL, the kernel out of memory). */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Socket } from 'node:net';

/**
 * A shell that holds the other end of a pipe and is told of every program: `begin` before it is started, `is PGID`, `end PGID`.
 * The pipe ends when we do, whichever way; where something had not ended by then, it kills the groups that it was told of, and on
 * Linux whatever has our mark in its environment: one that was started and not told of yet, or that has left its group. It
 * ignores the signals that end us in words, for until our last one we may be waiting for a child.
 */
const script = `trap '' HUP INT QUIT ABRT TERM
groups=' '
open=0
while read -r what group; do
  case $what in
    begin) open=$((open + 1)) ;;
    is) groups="$groups$group " ;;
    end)
      open=$((open - 1))
      case $groups in *" $group "*) groups="\${groups%%" $group "*} \${groups#*" $group "}" ;; esac ;;
  esac
done
[ "$open" -gt 0 ] || exit 0
for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
for round in 1 2 3 4 5; do
  found=
  for file in $(grep -lsF "$MARK" /proc/[0-9]*/environ 2>/dev/null); do
    process=\${file#/proc/}
    process=\${process%/environ}
    [ "$process" = $$ ] || { kill -s KILL "$process" 2>/dev/null && found=1; }
  done
  [ -n "$found" ] || exit 0
done`;

const name = 'MODSCOPE_STARTED_BY';
const value = `${process.pid}-${randomBytes(12).toString('hex')}`;

/** The watch over one program. */
export interface Watch {
  /** What it gets into its environment. */
  readonly mark: Readonly<Record<string, string>>;
  /** It runs, at the head of a process group. */
  runs(leader: number): void;
  /** It could not be started, or nothing of it is left. */
  ended(): void;
}

/**
 * Begins before a program is started, so that there is no moment at which nobody knows of it. Where there is no /bin/sh, and on
 * Windows, nothing watches.
 */
export function watch(): Watch {
  let group = '';
  tell('begin');
  return {
    mark: process.platform === 'win32' ? {} : { [name]: value },
    runs: (leader) => {
      group = String(leader);
      tell(`is ${group}`);
    },
    ended: () => {
      tell(`end ${group}`);
    },
  };
}

let watcher: ChildProcess | undefined;

function tell(line: string): void {
  if (process.platform === 'win32') return;
  watcher ??= start();
  watcher.stdin?.write(`${line}\n`);
}

function start(): ChildProcess {
  const child = spawn('/bin/sh', ['-c', script], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', MARK: `${name}=${value}` },
    stdio: ['pipe', 'ignore', 'ignore'],
    // A session of its own: Ctrl-C and Ctrl-\ of the terminal are not for it.
    detached: true,
  });
  const gone = (): void => {
    if (watcher === child) watcher = undefined;
  };
  child.on('error', gone).on('exit', gone);
  child.stdin.on('error', gone);
  // It is no reason for us to stay.
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return child;
}
