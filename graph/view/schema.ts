/** What a view is asked for with, as it comes from outside: an address, a request, a file. Every part may be left out. */
import * as v from 'valibot';

/** Longest text of a query or an id: people type them. */
const words = v.pipe(v.string(), v.maxLength(4000));
const flag = v.exactOptional(v.boolean());

export const viewSchema = v.strictObject({
  scope: v.exactOptional(v.picklist(['selected', 'all'])),
  query: v.exactOptional(words),
  closeCycles: flag,
  reduce: flag,
  foldLeaves: flag,
  collapse: v.exactOptional(v.picklist(['auto', 'none', 'owner', 'host', 'package'])),
  limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
  open: v.exactOptional(v.pipe(v.array(words), v.maxLength(200))),
});

export const directionSchema = v.picklist(['auto', 'down', 'right', 'up', 'left']);

export const themeSchema = v.picklist(['light', 'dark', 'auto']);
