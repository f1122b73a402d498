/** The page for those without a session. It names nothing of the project. */

const style = `
:root { color-scheme: light dark; font: 15px/1.5 ui-monospace, monospace }
body { max-width: 62ch; margin: 18vh auto 0; padding: 0 24px }
h1 { font-size: 18px; font-weight: 600 }
code { border: 1px solid #8886; border-radius: 3px; padding: 1px 5px }
`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `retry`: a path that the page follows at once. */
export function doorPage(retry: string | undefined): string {
  const target = retry?.replace(/[&<>"]/g, (char) => escapes[char] ?? char);
  const refresh = target === undefined ? '' : `<meta http-equiv="refresh" content="0;url=${target}">\n`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${refresh}<title>modscope: open the link from the terminal</title>
<style>${style}</style>
<h1>This link needs a session</h1>
<p>modscope shows your project to you alone. Open the link that it printed in the terminal when it started; it ends in <code>?token=…</code> and lets this browser in.</p>
<p>It is gone? Stop modscope with <code>Ctrl-C</code>, start it again, and open the new link. Then this page works too: reload it.</p>
</html>
`;
}
