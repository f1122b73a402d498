/** Puts text on the clipboard. */
import { copiedText } from '../words/copied.ts';

/** Said where a browser keeps the clipboard to itself. */
export const notCopied = copiedText.refused;

/** Copies a name a line, each once, and says so. */
export function copyNames(screen: { say(words: string): void }, names: readonly string[]): void {
  const lines = [...new Set(names)];
  void copyText(lines.join('\n')).then((done) => {
    screen.say(
      !done
        ? copiedText.refused
        : lines.length === 1
          ? copiedText.name(lines[0] ?? '')
          : copiedText.modules(lines.length),
    );
  });
}

/** Resolves true when it is there; false where the browser does not allow it (no secure context, no permission). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
