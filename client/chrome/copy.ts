/** Puts text on the clipboard. */

/** Said where a browser keeps the clipboard to itself. */
export const notCopied = 'Not copied: the browser does not allow it';

/** Resolves true when it is there; false where the browser does not allow it (no secure context, no permission). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
