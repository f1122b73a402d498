/** What the page says around posters and versions, by key. */

export const pictureText = {
  hub: 'Highlighted module',
  path: 'Module path',
  anyHub: 'the one with the most requirers',
  anyPath: 'the one with the most requested versions',
  theme: 'Theme',
  light: 'Light',
  dark: 'Dark',
  save: (format: string) => `Save ${format.toUpperCase()}`,
  needsServer: 'PNG and PDF need modscope itself: this page has no server.',
} as const;
