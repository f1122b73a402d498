/** The go.mod of a dependency, read as go reads one: what only a main module may say is passed over (modfile.ParseLax). */
import { Mistake } from './go-mod/mistakes.ts';
import { goLine, moduleAt, retractLine, word } from './go-mod/directives.ts';
import { statementsOf, type Statement } from './go-mod/statements.ts';

/** What counts of a dependency's go.mod. */
export interface DependencyGoMod {
  readonly path?: string;
  readonly go?: string;
  readonly require: readonly { readonly path: string; readonly version: string }[];
  /** Its retract lines, where it has some that can be read. */
  readonly retract?: readonly { readonly low: string; readonly high: string }[];
}

const blocks = new Set(['module', 'require', 'retract', 'exclude', 'replace', 'tool', 'ignore', 'godebug']);
/** modfile laxGoVersionRE: of `1.21-custom` the first two numbers are kept. */
const laxGoVersion = /^v?(([1-9][0-9]*)\.(0|[1-9][0-9]*))([^0-9].*)$/;

/**
 * Module line, go line and require lines; unknown directives, and those of main modules, are passed over. undefined where
 * a line that counts cannot be read: go refuses such a file.
 */
export function readDependencyGoMod(text: string): DependencyGoMod | undefined {
  let path: string | undefined;
  let go: string | undefined;
  const require: { path: string; version: string }[] = [];
  const retract: { low: string; high: string }[] = [];
  try {
    for (const statement of statementsOf(text, blocks, [])) {
      if (statement.verb === 'module') path = word(statement);
      else if (statement.verb === 'go') go = laxGoLine(statement);
      else if (statement.verb === 'require') require.push(moduleAt(statement));
      else if (statement.verb === 'retract') retract.push(...laxRetractLine(statement));
    }
  } catch (error) {
    if (error instanceof Mistake) return undefined;
    throw error;
  }
  return {
    ...(path === undefined ? {} : { path }),
    ...(go === undefined ? {} : { go }),
    require,
    ...(retract.length === 0 ? {} : { retract }),
  };
}

/** One that cannot be read retracts nothing. */
function laxRetractLine(statement: Statement): { low: string; high: string }[] {
  try {
    const { low, high } = retractLine(statement);
    return [{ low, high }];
  } catch (error) {
    if (error instanceof Mistake) return [];
    throw error;
  }
}

function laxGoLine(statement: Statement): string {
  try {
    return goLine(statement);
  } catch (error) {
    const lax = statement.args.length === 1 ? laxGoVersion.exec(statement.args[0] ?? '')?.[1] : undefined;
    if (lax === undefined) throw error;
    return lax;
  }
}
