/** Where a page that holds its data begins: the view that its maker chose. */
import * as v from 'valibot';
import { htmlIds } from '../../drawing/formats/html-ids.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import { directionSchema, themeSchema, viewSchema } from '../../graph/view/schema.ts';
import { startPlace, type Place } from './place.ts';
import type { ThemeChoice } from './theme.svelte.ts';

const schema = v.object({ view: viewSchema, direction: directionSchema, theme: themeSchema });

interface Start {
  readonly place: Place;
  readonly theme: ThemeChoice;
}

/** Undefined where the page says nothing of it, or nothing that can be read: it then begins as every page does. */
export function startIn(page: Document): Start | undefined {
  const text = page.getElementById(htmlIds.start)?.textContent;
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const checked = v.safeParse(schema, value);
  if (!checked.success) return undefined;
  const { view, direction, theme } = checked.output;
  return {
    place: { ...startPlace, options: { ...defaultView, ...view }, direction },
    theme: theme === 'auto' ? 'system' : theme,
  };
}
