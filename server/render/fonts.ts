/** The fonts that PNG and PDF are set in: files of the package, never those of the machine, so that bytes are the same everywhere. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../graph/fault.ts';

type FontFiles = Readonly<Record<'mono' | 'monoBold' | 'sans' | 'sansBold', string>>;

/** Package, folder, file. */
const places: Readonly<Record<keyof FontFiles, readonly [string, string, string]>> = {
  mono: ['ibm-plex-mono', '400Regular', 'IBMPlexMono_400Regular.ttf'],
  monoBold: ['ibm-plex-mono', '700Bold', 'IBMPlexMono_700Bold.ttf'],
  sans: ['arimo', '400Regular', 'Arimo_400Regular.ttf'],
  sansBold: ['arimo', '700Bold', 'Arimo_700Bold.ttf'],
};

/** Paths of the ttf files: beside the built command line, or in their packages when run from the sources. */
export function fontFiles(): FontFiles {
  const { mono, monoBold, sans, sansBold } = places;
  return {
    mono: fontFile(...mono),
    monoBold: fontFile(...monoBold),
    sans: fontFile(...sans),
    sansBold: fontFile(...sansBold),
  };
}

function fontFile(family: string, folder: string, name: string): string {
  const built = fileURLToPath(new URL(`fonts/${name}`, import.meta.url));
  if (existsSync(built)) return built;
  try {
    return createRequire(import.meta.url).resolve(`@expo-google-fonts/${family}/${folder}/${name}`);
  } catch (cause) {
    throw new Fault('defect', `A font is missing: there is no ${built}`, { cause, hint: 'Install modscope again.' });
  }
}
