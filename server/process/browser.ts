/** Opens the user's browser. */
import open from 'open';

/** Never throws: where there is no browser the printed address is what is left. False when it could not be started. */
export async function openBrowser(url: string): Promise<boolean> {
  try {
    const child = await open(url);
    child.on('error', () => undefined);
    return true;
  } catch {
    return false;
  }
}
