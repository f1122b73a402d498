/** Paths of the icons: drawn on 14 × 14, hairlines of 1.4, no fill. */

export const iconPaths = {
  brand: 'M3 3.5v7M3 3.5h4.5a3 3 0 0 1 3 3M3 10.5h8',
  chevron: 'm4 5.5 3 3 3-3',
  'chevron-right': 'm5.5 4 3 3-3 3',
  search: 'M10 6a4 4 0 1 1-8 0 4 4 0 0 1 8 0Zm-.8 3.2 3.3 3.3',
  export: 'M7 9V1.5M4 4.5l3-3 3 3M2 9v3.5h10V9',
  link: 'M5.8 8.2a2.5 2.5 0 0 0 3.6 0l2-2a2.5 2.5 0 0 0-3.6-3.6l-.8.8M8.2 5.8a2.5 2.5 0 0 0-3.6 0l-2 2a2.5 2.5 0 0 0 3.6 3.6l.8-.8',
  moon: 'M11.5 8.6A5 5 0 1 1 5.4 2.5a4 4 0 0 0 6.1 6.1Z',
  sun: 'M9.5 7a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM7 1v1.2M7 11.8V13M1 7h1.2M11.8 7H13M2.8 2.8l.8.8M10.4 10.4l.8.8M2.8 11.2l.8-.8M10.4 3.6l.8-.8',
  check: 'm2.5 7.5 3 3 6-7',
  close: 'm3.5 3.5 7 7m0-7-7 7',
  plus: 'M7 3v8M3 7h8',
  minus: 'M3 7h8',
  fit: 'M2 5V2h3M9 2h3v3M12 9v3H9M5 12H2V9',
  focus: 'M9 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM7 1v2.5M7 10.5V13M1 7h2.5M10.5 7H13',
  why: 'M5 5a2 2 0 1 1 2.6 2c-.5.2-.6.6-.6 1.2M7 10.8v.1',
  exclude: 'M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0ZM4.5 7h5',
  copy: 'M5.5 4.5H11a1 1 0 0 1 1 1V11a1 1 0 0 1-1 1H5.5a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1ZM9.5 4.5V2h-7.5v7.5h2.5',
  external: 'M8 2.5h3.5V6M11.5 2.5 6.5 7.5M9.5 8v3.5h-7v-7H6',
  undo: 'M4.5 2 2 4.5 4.5 7M2 4.5h6a3.5 3.5 0 0 1 0 7H5',
  redo: 'M9.5 2 12 4.5 9.5 7M12 4.5H6a3.5 3.5 0 0 0 0 7h3',
  retry: 'M11.7 7a4.7 4.7 0 1 1-1.5-3.4M10.5 1.2v2.7H7.8',
  arrow: 'M2.5 7h8.5M8 4l3 3-3 3',
  offline:
    'M2 2l10 10M4.2 8.2a4 4 0 0 1 1.6-.9M2.3 6.2a7 7 0 0 1 1.5-1M9.8 8.2a4 4 0 0 0-.6-.4M11.7 6.2A7 7 0 0 0 6.4 4.3M7 10.6v.1',
  filter: 'M1.5 3h11M3.5 7h7M5.5 11h3',
} as const;

export type IconName = keyof typeof iconPaths;
