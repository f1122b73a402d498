/** Holds a report of Stryker against the list of mutants known to be equivalent. */

/**
 * `report` is Stryker's JSON report, `listed` the entries `{ file, line, mutator, from, to, nth?, reason }` of
 * test/mutation/ROOM.json. Entries name a mutant by its text, never by its place: `line` is the source line it begins
 * on, `from` the text it replaces and `to` what stands there instead, all with single spaces. An entry covers every
 * mutant it fits, or only the `nth` of them (from 1). An entry that fits none, or one that the tests do kill, is an error.
 *
 * Gives counts, the survivors that no entry names (as entries without reason), and the errors, as sentences.
 */
export function judge(report, listed) {
  const { mutants, ignored } = mutantsOf(report);
  const errors = [];
  const equivalent = new Set();
  for (const entry of listed) {
    const fitting = mutants.filter((one) => keyOf(one.entry) === keyOf(entry));
    const meant = entry.nth === undefined ? fitting : fitting.slice(entry.nth - 1, entry.nth);
    const where = `${entry.file}: ${entry.line}: ${entry.from} → ${entry.to}`;
    if (meant.length === 0) errors.push(`no such mutant any more: ${where}`);
    if (meant.some((one) => one.killed)) errors.push(`listed as equivalent, but a test notices it: ${where}`);
    if (meant.some((one) => equivalent.has(one))) errors.push(`listed twice: ${where}`);
    if (typeof entry.reason !== 'string' || entry.reason === '') errors.push(`listed without a reason: ${where}`);
    for (const one of meant) if (!one.killed) equivalent.add(one);
  }
  const killed = mutants.filter((one) => one.killed).length;
  const survivors = mutants.filter((one) => !one.killed && !equivalent.has(one));
  return {
    mutants: mutants.length,
    killed,
    ignored,
    equivalent: equivalent.size,
    survivors: survivors.map(({ entry, at }) => ({ ...entry, at })),
    score: scoreOf(killed, mutants.length - equivalent.size),
    errors,
  };
}

/** In percent, cut (not rounded) to a tenth, so that 90.0 is never less than 90; 100 where there is nothing to kill. */
export function scoreOf(killed, all) {
  return all === 0 ? 100 : Math.floor((killed * 1000) / all) / 10;
}

function keyOf({ file, line, mutator, from, to }) {
  return JSON.stringify([file, line, mutator, from, to]);
}

/** Mutants that cannot run (their code does not load) or were left out by the configuration are no mutants. */
function mutantsOf(report) {
  const mutants = [];
  let ignored = 0;
  for (const file of Object.keys(report.files).sort()) {
    const { source, mutants: found } = report.files[file];
    const lines = source.split('\n');
    for (const mutant of [...found].sort((a, b) => before(a.location, b.location))) {
      if (mutant.status === 'Ignored') ignored++;
      if (!counted.has(mutant.status)) continue;
      const { start, end } = mutant.location;
      mutants.push({
        killed: mutant.status === 'Killed' || mutant.status === 'Timeout',
        at: start.line,
        entry: {
          file,
          line: singleSpaced(lines[start.line - 1]),
          mutator: mutant.mutatorName,
          from: singleSpaced(between(lines, start, end)),
          to: singleSpaced(mutant.replacement ?? ''),
        },
      });
    }
  }
  return { mutants, ignored };
}

const counted = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage']);

function before(a, b) {
  return a.start.line - b.start.line || a.start.column - b.start.column;
}

/** The text from `start` up to `end`; lines and columns count from 1. */
function between(lines, start, end) {
  if (start.line === end.line) return lines[start.line - 1].slice(start.column - 1, end.column - 1);
  const first = lines[start.line - 1].slice(start.column - 1);
  const last = lines[end.line - 1].slice(0, end.column - 1);
  return [first, ...lines.slice(start.line, end.line - 1), last].join('\n');
}

function singleSpaced(text) {
  return text.replace(/\s+/g, ' ').trim();
}
