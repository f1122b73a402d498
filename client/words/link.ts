/** What the page says of a copied link, by key. */

export const linkText = {
  copied: 'Link copied.',
  reach: 'It works in this browser only, while modscope runs here.',
  file: 'Save as one HTML file',
  close: 'Close',
} as const;
