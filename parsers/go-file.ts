/** What of a .go file decides whether it is built: its imports, its constraint, the ending of its name. */
import { readImports } from './go-imports.ts';

/** Operating systems and architectures that a file's name may end in (internal/syslist of go 1.26, and those it keeps for old code). */
const systems = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  ),
);
const architectures = new Set(
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  ),
);

export interface GoFile {
  /** Import paths, in the order written; `C` among them. */
  readonly imports: readonly string[];
  /**
   * What keeps the file out of some builds: its `//go:build` line without the marker, or what `// +build` lines say in the
   * same words; before it the ending of its name, where that says more; '' for none.
   */
  readonly constraint: string;
}

/**
 * Reads the head of a Go file: comments, package clause, imports (go/build readGoFiles reads no further either). Never
 * throws: what is no Go file has no imports.
 */
export function readGoFile(name: string, text: string): GoFile {
  const imports = readImports(text).map((one) => one.path);
  return { imports, constraint: constraintOf(endingOf(name), buildLine(text)) };
}

/** The ending of a name is often repeated in the line. */
function constraintOf(ending: string, build: string): string {
  const words = ending.split('_').filter((word) => word !== '');
  const said = words.every((word) => new RegExp(`(?:^|[^\\w.!])${word}(?![\\w.])`).test(build));
  return build === '' ? ending : said ? build : `${ending}, ${build}`;
}

/** `// +build a,b !c` in the words of go:build: `(a && b) || !c`; several lines must all hold (go/build/constraint). */
function fromPlusBuild(lines: readonly string[]): string {
  const exprs = lines.map((line) => {
    const options = line.split(/\s+/).map((option) => option.split(',').join(' && '));
    return options.length === 1 ? (options[0] ?? '') : options.map(bracketed).join(' || ');
  });
  return exprs.length === 1 ? (exprs[0] ?? '') : exprs.map(bracketed).join(' && ');
}

function bracketed(expr: string): string {
  return expr.includes(' ') ? `(${expr})` : expr;
}

/** What constrains a file: lines among the comments before its package clause. */
function buildLine(text: string): string {
  let build: string | undefined;
  const plusBuild: string[] = [];
  let place = text.startsWith('\uFEFF') ? 1 : 0;
  while (place < text.length) {
    if (text.startsWith('//', place)) {
      const end = lineEnd(text, place);
      const line = text.slice(place, end).trimEnd();
      if (/^\/\/go:build\s/.test(line)) build ??= line.slice(10).trim();
      const plus = /^\/\/\s*\+build\s+(.*)$/.exec(line)?.[1];
      if (plus !== undefined) plusBuild.push(plus);
      place = end;
    } else if (text.startsWith('/*', place)) {
      const end = text.indexOf('*/', place + 2);
      place = end === -1 ? text.length : end + 2;
    } else if (/\s/.test(text[place] ?? '')) place++;
    else break;
  }
  return build ?? fromPlusBuild(plusBuild);
}

function lineEnd(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  return end === -1 ? text.length : end;
}

/** `_windows`, `_arm64`, `_linux_amd64`: the part of a name that go/build takes for a constraint (goodOSArchFile). */
function endingOf(name: string): string {
  const parts = name
    .replace(/\.go$/, '')
    .replace(/_test$/, '')
    .split('_');
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2) ?? '';
  if (parts.length >= 3 && systems.has(before) && architectures.has(last)) return `_${before}_${last}`;
  if (parts.length >= 2 && (systems.has(last) || architectures.has(last))) return `_${last}`;
  return '';
}
