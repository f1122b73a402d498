/** go.sum files that are not plain UTF-8: go reads their lines as they are, and misses what it cannot match. */
import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import { encodingOfBytes, encodingWords } from '../../parsers/encoding.ts';
import type { Project } from './find.ts';
import { sumFilesOf } from './mod-file.ts';
import { refuseIrregular } from './regular-file.ts';

export interface OddSum {
  /** From the root of the project. */
  readonly file: string;
  readonly what: string;
  readonly hint: string;
}

/** In the order in which go reads them: go.work.sum, then those of the members. */
export function oddSums(project: Project): OddSum[] {
  const { root } = project;
  return sumFilesOf(project).flatMap((absolute) => {
    const encoding = encodingOfBytes(headOf(absolute));
    const file = path.relative(root, absolute).split(path.sep).join('/');
    return encoding === undefined ? [] : [{ file, ...encodingWords(file, encoding) }];
  });
}

/** Go's words for a sum file, with the cause before them. */
export function withCause<About extends { readonly code: string; readonly text: string }>(
  about: About,
  odd: readonly OddSum[],
): About {
  const [first] = odd;
  return first === undefined || about.code !== 'go-sum-malformed'
    ? about
    : { ...about, text: `${first.what}. ${first.hint}\n${about.text}` };
}

/** The same of a load that failed by it. */
export function faultWithCause(fault: Fault, odd: readonly OddSum[]): Fault {
  const [first] = odd;
  const { detail, cause } = fault;
  if (first === undefined || !/malformed go(?:\.work)?\.sum/.test(detail ?? '')) return fault;
  return new Fault(fault.code, `${first.what}.`, {
    hint: first.hint,
    ...(detail === undefined ? {} : { detail }),
    cause,
  });
}

function headOf(file: string): Uint8Array {
  try {
    refuseIrregular(file, file);
    const handle = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(4);
      return bytes.subarray(0, readSync(handle, bytes, 0, 4, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return new Uint8Array();
  }
}
