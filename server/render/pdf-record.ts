/** The record in a PDF of ours. */

/** The key of the document's information under which it stands. */
export const pdfKey = 'Modscope';

/** A string that is an object of its own, as pdfkit writes the values of the document's information: never compressed. */
const literal = /^\((\{"modscope":(?:[^\\()\r\n]|\\.)*)\)$/m;

/** The record; undefined where there is none. */
export function pdfRecord(pdf: Uint8Array): string | undefined {
  return literal.exec(Buffer.from(pdf).toString('latin1'))?.[1]?.replace(/\\(.)/g, '$1');
}
