/** The font that PNG and PDF are set in: files of the package, never those of the machine, so that bytes are the same everywhere. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../graph/fault.ts';

interface FontFiles {
  readonly regular: string;
  readonly bold: string;
}

const names = {
  regular: ['400Regular', 'IBMPlexMono_400Regular.ttf'],
  bold: ['700Bold', 'IBMPlexMono_700Bold.ttf'],
} as const;

/** Paths of the ttf files: beside the built command line, or in the package when run from the sources. */
export function fontFiles(): FontFiles {
  return { regular: fontFile(...names.regular), bold: fontFile(...names.bold) };
}

function fontFile(folder: string, name: string): string {
  const built = fileURLToPath(new URL(`fonts/${name}`, import.meta.url));
  if (existsSync(built)) return built;
  try {
    return createRequire(import.meta.url).resolve(`@expo-google-fonts/ibm-plex-mono/${folder}/${name}`);
  } catch (cause) {
    throw new Fault('defect', `A font is missing: there is no ${built}`, { cause, hint: 'Install modscope again.' });
  }
}
