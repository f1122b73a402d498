/** The heading of a column: two lines over a rule. Pixels from the top of its room. */

export const headingLines = { title: 13, note: 29, rule: 35.5 } as const;
export const headingSizes = { title: 12.5, note: 11.5 } as const;
/** Of a caption over boxes, in pixels. */
export const captionSize = 11;
