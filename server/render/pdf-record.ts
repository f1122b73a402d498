/** The record in a PDF of ours. */

/** The key of the document's information under which it stands. */
export const pdfKey = 'Modscope';

/** A string that is an object of its own, as pdfkit writes the values of the document's information: never compressed. */
const literal = /^\((\{"modscope":(?:[^\\()\r\n]|\\.)*)\)$/dm;

/** The record; undefined where there is none. */
export function pdfRecord(pdf: Uint8Array): string | undefined {
  const place = pdfRecordPlace(pdf);
  return place === undefined
    ? undefined
    : latin1(pdf)
        .slice(...place)
        .replace(/\\(.)/g, '$1');
}

/** Where it begins and ends, in bytes. */
export function pdfRecordPlace(pdf: Uint8Array): readonly [number, number] | undefined {
  return literal.exec(latin1(pdf))?.indices?.[1];
}

function latin1(pdf: Uint8Array): string {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
}
