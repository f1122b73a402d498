/** The doors to stdout and stderr: one for people, one for programs, each with a type of its own. */
import { type Written, written } from '../graph/written.ts';
import type { Hider } from './hide.ts';
import type { Output, Speech, Stream } from './io.ts';
import { forLog, plain, type Printable } from './text/plain.ts';

const erase = '\r\u001b[2K';

/** What runs a CI job reads stderr for commands to itself, too, and go's words may hold anybody's. */
export function speechOn(stream: Stream, hider: Hider): Speech {
  return {
    say: (text) => stream.write(forLog(hider.said(text))),
    redraw: (line) => stream.write(erase + plain(hider.said(line)).slice(0, Math.max(20, stream.columns - 1))),
    isTerminal: stream.isTerminal,
    get columns() {
      return stream.columns;
    },
  };
}

export function outputOn(stream: Stream, hider: Hider): Output {
  const speech = speechOn(stream, hider);
  return {
    say: (text: Printable) => speech.say(text),
    redraw: (line: Printable) => speech.redraw(line),
    hand: (data: Written | Uint8Array) => {
      const hidden = hider.data(data);
      return stream.write(typeof hidden === 'string' ? written(hidden) : hidden);
    },
    isTerminal: stream.isTerminal,
    get columns() {
      return stream.columns;
    },
  };
}
