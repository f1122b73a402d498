/** Makes dist/one-file.html.gz: the page in one file, with a policy that lets it load nothing at all. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** `folder` holds what vite.config.one-file.ts built, and is removed. */
export function packOneFile(folder, file) {
  const page = readFileSync(`${folder}/index.html`, 'utf8');
  const place = '<meta charset="utf-8" />';
  const scripts = [...page.matchAll(/<script type="module"[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code);
  if (scripts.length !== 1 || !page.includes(place)) throw new Error('the page in one file is not as it was');
  const hash = createHash('sha256').update(scripts[0]).digest('base64');
  // Styles may be inline: cytoscape and virtua set some. The worker of elk is a blob, whose rules are those of the page.
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  const whole = page.replace(
    place,
    () => `${place}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
  writeFileSync(file, gzipSync(whole, { level: 9 }));
  rmSync(folder, { recursive: true });
}
