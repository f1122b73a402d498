/** Go's words on stderr, cut into what is said of one thing each. */

/** Lines of progress, warnings, and the notice of a requirement that was dropped: none of them is an error. */
const talk =
  /^go: (?:warning:|downloading|finding|extracting|found|added|upgraded|downgraded|(?:dropping|ignoring) requirement on) /;

/** A line that ends so only names the file; what is wrong with it stands in the next ones, without an indent. */
const headline = /^(?:go: )?(?:(?:.*: )?(?:errors parsing|error loading) .*|malformed go(?:\.work)?\.sum):$/;

/** After these go explains what it means, to the end, in paragraphs of its own (modfetch/fetch.go, checksum errors). */
const untilEnd = /^(?:go: |\S+: )?verifying .*: (?:checksum mismatch|.*SECURITY ERROR)/;

/** What go advises below its words, without an indent. */
const advice = /^(?:use "go |Confirm |If this is |To (?:fix|ignore|sync|add)|note: |See )/;

/** Each with its lines, joined by newlines. A block begins at a line without an indent and goes on over indented and empty ones, and over advice. */
export function blocksOf(words: string): string[] {
  const blocks: string[][] = [];
  let whole = false;
  let titled = false;
  for (const line of words.split(/\r?\n/)) {
    if (talk.test(line)) continue;
    const open = blocks.at(-1);
    const goesOn = /^\s/.test(line) || line === '' || advice.test(line) || whole || titled;
    if (open !== undefined && goesOn) open.push(line);
    else if (line !== '') {
      blocks.push([line]);
      whole = untilEnd.test(line);
      titled = headline.test(line);
    }
  }
  return blocks.map((lines) => lines.join('\n').trimEnd());
}
