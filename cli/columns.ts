/** What `--plain` prints: for each verb its columns, in their order, which stays. `--help` shows this table, and the rows are typed by it. */

/** Column → what stands in it. A new column comes last. */
export const columns = {
  modules: {
    path: 'module path',
    version: 'version; empty for a main module',
    state: 'main, direct, indirect or superseded',
    replacement: 'path@version or folder that replaces it',
    update: 'a newer version, where updates were looked up',
    marks: 'cycle, a conflict grade, retracted, deprecated, GO-2024-2687, …, with commas between',
    dir: 'folder of a main module, from go.work',
    go: 'go line of its go.mod',
  },
  conflicts: {
    grade: 'declared-below-selected, major-jump, v0-jump, prerelease-jump or superseded',
    path: 'module path',
    selected: 'version in the build list; empty for a main module',
    version: 'a version that is required',
    requirer: 'path@version of what requires it, each on a line of its own',
    flags: 'replaced; excluded: of this version; with commas between',
  },
  cycles: {
    cycle: 'number of the cycle, from 1',
    kind: 'version or path',
    member: 'path@version',
  },
  findings: {
    severity: 'error, high, warn or info',
    code: 'see docs/findings.md',
    subject: 'what it is about',
    evidence: 'what was seen',
    remedy: 'what can be done, in words',
    command: 'what mends it, where a command does',
  },
  why: {
    what: 'module, package, standard, replacement, absent, required, path, lower, line, alone, import or elsewhere: what the line says',
    number: 'of a path or chain of imports, from 1',
    version:
      'of module: its version; of required: the version required; of lower and line: the version that it is about',
    name: 'of module: its path; of required: what requires it; of path and import (the 20 shortest): every step, with blanks between; of lower: what requires more; of line: the line of go.mod; of alone: a module that would leave with it',
  },
  doctor: {
    severity: 'error, warn or info',
    code: 'see docs/doctor.md',
    what: 'what was found',
    why: 'why it matters',
    remedy: 'what can be done, in words',
    command: 'what mends it, where a command does',
  },
  check: {
    kind: 'forbid, limit, finding, or unjudged where a rule could not be judged',
    severity: 'error, high, warn or info',
    rule: 'the query, count or code',
    subject: 'what it is about',
    message: 'what is wrong',
    path: 'shortest path from a main module, with blanks between',
    cause: 'lines of go.mod that lead there, with commas between',
    remedy: 'what can be done, in words',
    command: 'what mends it, where a command does',
    place: 'line of the policy',
  },
  weight: {
    path: 'module path of a direct requirement',
    version: 'the selected version',
    brings: 'how many modules leave the build with it, itself not counted',
    lines: 'how many lines of go.mod would go; empty where no go.mod is known',
    shares: 'how many modules it leads to that another direct requirement leads to as well',
    packages: 'packages of the build that it and what it brings provide; empty without --packages',
    by: 'paths of the main modules that require it, with commas between',
    flags: 'held: another direct requirement leads to it, so it would stay; tool; with commas between',
  },
  versions: {
    version: 'a version of the module, newest first',
    time: 'time of its commit (RFC 3339); empty where it is not known',
    days: 'whole days since then',
    state: 'selected, required, or empty',
    by: 'path@version of what requires it, with commas between',
    go: 'go line of its go.mod',
    marks: 'retracted, prerelease, pseudo, excluded, unlisted; with commas between',
    replacement: 'path@version or folder that replaces it',
    rationale: 'why it is retracted',
  },
  changes: {
    change: 'added, removed, raised, lowered or same',
    path: 'module path',
    from: 'version before',
    to: 'version after',
    replacement: 'what replaces it after',
  },
} as const;

export type Report = keyof typeof columns;

/** One line: a text for each column. */
export type Row<Of extends Report> = Readonly<Record<keyof (typeof columns)[Of], string>>;
