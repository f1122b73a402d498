/** Tells a query from a few words of a module path. */

/**
 * Signs that only the query language gives a meaning: `is:…`, `from(…)`, `a | b`, `a & b`, `-a`, `path@version`, Go's
 * `...` pattern and `*`. A plain word is a query too (paths that hold it), but whoever types one mostly looks for a
 * module, so it does not count here.
 */
const signs = /[()|&*@]|\.\.\.|(^|\s)(-\S|[a-z]+:)/i;

/** True when the text can only be meant as a query. */
export function isQueryText(text: string): boolean {
  return signs.test(text);
}
