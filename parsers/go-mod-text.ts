/** The text of a go.mod, read without go, as golang.org/x/mod/modfile and so `go mod edit -json` reads it. */
import { joinName } from '../graph/model/name.ts';
import type { MainModule } from '../graph/snapshot/types.ts';
import {
  checkGodebug,
  goLine,
  isIndirect,
  moduleAt,
  replaceLine,
  retractLine,
  toolchainLine,
  word,
} from './go-mod/directives.ts';
import { firstOfEach, lastOfEach } from './go-mod/duplicates.ts';
import { faultOf, Mistake, quoted } from './go-mod/mistakes.ts';
import { statementsOf, type Statement } from './go-mod/statements.ts';
import type { Versions } from './go-mod/words.ts';

/** What a go.mod says, and where. */
export interface GoModText {
  readonly main: MainModule;
  /** Line of each entry of main.require, from 1. */
  readonly requireLines: readonly number[];
}

const blocks = new Set(['module', 'godebug', 'require', 'exclude', 'replace', 'retract', 'tool', 'ignore']);

/** What a file declares while it is read. */
class Draft {
  path: string | undefined;
  go: string | undefined;
  toolchain: string | undefined;
  readonly require: MainModule['require'][number][] = [];
  readonly requireLines: number[] = [];
  readonly replace: MainModule['replace'][number][] = [];
  readonly exclude: MainModule['exclude'][number][] = [];
  readonly retract: MainModule['retract'][number][] = [];
  readonly tool: string[] = [];
  readonly ignore: string[] = [];

  readonly #versions: Versions;

  constructor(versions: Versions) {
    this.#versions = versions;
  }

  /** Throws a Mistake. */
  add(statement: Statement): void {
    switch (statement.verb) {
      case 'module':
        if (this.path !== undefined) throw new Mistake(statement.line, 'a second module line');
        this.path = word(statement);
        break;
      case 'go':
        if (this.go !== undefined) throw new Mistake(statement.line, 'a second go line');
        this.go = goLine(statement);
        break;
      case 'toolchain':
        if (this.toolchain !== undefined) throw new Mistake(statement.line, 'a second toolchain line');
        this.toolchain = toolchainLine(statement);
        break;
      case 'godebug':
        checkGodebug(statement);
        break;
      case 'require':
        this.require.push({
          ...moduleAt(statement, this.#versions),
          ...(isIndirect(statement) ? { indirect: true } : {}),
        });
        this.requireLines.push(statement.line);
        break;
      case 'exclude':
        this.exclude.push(moduleAt(statement));
        break;
      case 'replace':
        this.replace.push(replaceLine(statement, this.#versions));
        break;
      case 'retract':
        this.retract.push(retractLine(statement));
        break;
      case 'tool':
        this.tool.push(word(statement));
        break;
      case 'ignore':
        this.ignore.push(word(statement));
        break;
      default:
        throw new Mistake(statement.line, `unknown directive ${quoted(statement.verb)}`);
    }
  }
}

/**
 * The main module in the text of a go.mod. `file` is the name for messages, `dir` its folder relative to the go.work; with
 * `queries` a require line may name what go looks up (`master`), which `go mod edit` refuses and every load takes.
 * Throws a Fault 'bad-input' with `file:line` for the first line that is wrong; its detail has the others.
 */
export function readGoMod(text: string, file = 'go.mod', dir = '.', versions: Versions = 'exact'): GoModText {
  const draft = new Draft(versions);
  const mistakes: Mistake[] = [];
  collect(mistakes, () => {
    for (const statement of statementsOf(text, blocks, mistakes)) {
      collect(mistakes, () => {
        draft.add(statement);
      });
    }
  });
  const { path, go, toolchain, requireLines } = draft;
  if (mistakes.length === 0 && (path === undefined || path === ''))
    mistakes.push(new Mistake(1, 'there is no module line'));
  if (mistakes.length > 0 || path === undefined) throw faultOf(file, text, mistakes);
  const main: MainModule = {
    path,
    dir,
    ...(go === undefined ? {} : { go }),
    ...(toolchain === undefined ? {} : { toolchain }),
    require: draft.require,
    replace: lastOfEach(draft.replace),
    exclude: firstOfEach(draft.exclude, ({ path, version }) => joinName(path, version)),
    retract: draft.retract,
    tool: firstOfEach(draft.tool, (tool) => tool),
    ignore: firstOfEach(draft.ignore, (folder) => folder),
  };
  return { main, requireLines };
}

/** Runs `read` and keeps the Mistake that it throws. */
export function collect(mistakes: Mistake[], read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    mistakes.push(error);
  }
}
