/** Writes the licences of what is bundled: that is what their authors ask of whoever passes their work on. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Copied as they are, so no bundler lists them. */
const copied = ['elkjs', '@expo-google-fonts/arimo', '@expo-google-fonts/ibm-plex-mono'];

/**
 * `bundled` is what vite tells: `{name, version, identifier?, text?}`, the same package once for each build that has it.
 * Throws when a package names no licence at all: then it must not be passed on.
 */
export function writeLicences(bundled, file) {
  const all = new Map([...bundled, ...copied.map(described)].map((one) => [`${one.name} ${one.version}`, one]));
  const parts = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, one]) => part(title, one));
  writeFileSync(file, `modscope contains the work of others, each under its own licence.\n${parts.join('')}`);
}

function part(title, { identifier, text }) {
  if (identifier === undefined && text === undefined) throw new Error(`${title} names no licence`);
  const rule = '-'.repeat(72);
  return `\n${rule}\n${title} (${identifier ?? 'see below'})\n${rule}\n${text ?? 'Its package holds no text of the licence.'}\n`;
}

function described(name) {
  const require = createRequire(import.meta.url);
  // Not every package exports its package.json; all of these have a lib folder whose path is known.
  const folder = require.resolve
    .paths(name)
    .map((one) => path.join(one, name))
    .find(exists);
  const { version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  // A package of fonts holds two: its own, and that of the fonts, which are all that is copied of it.
  const licence = readdirSync(folder)
    .filter((one) => /^(licen[cs]e|copying)/i.test(one))
    .sort()
    .at(-1);
  return {
    name,
    version,
    identifier: license,
    text: licence && readFileSync(path.join(folder, licence), 'utf8').trim(),
  };
}

function exists(folder) {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}
