import { describe, expect, it } from 'vitest';
import { actionOf, keyTable } from '../../../client/keys/keys.ts';

/** The action of a key pressed in an element of `html`, or on the page. */
function press(key: string, html = '', more: KeyboardEventInit = {}): string | undefined {
  document.body.replaceChildren(
    document.createRange().createContextualFragment(`<div id="canvas" tabindex="0"></div>${html}`),
  );
  const target = html === '' ? document.body : document.querySelector('[data-here]');
  const event = new KeyboardEvent('keydown', { key, bubbles: true, ...more });
  let action: string | undefined;
  const listen = (seen: KeyboardEvent): void => {
    action = actionOf(seen, document.getElementById('canvas') ?? undefined);
  };
  window.addEventListener('keydown', listen, { once: true });
  target?.dispatchEvent(event);
  return action;
}

describe('keys', () => {
  it.each(keyTable.flatMap(({ keys, action }) => keys.map((key) => [key, action] as const)))(
    '%s means %s',
    (key, action) => {
      expect(press(key)).toBe(action);
    },
  );

  it('no key means two things', () => {
    const keys = keyTable.flatMap((row) => row.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    '<input data-here>',
    '<textarea data-here></textarea>',
    '<select data-here></select>',
    '<dialog open><p data-here></p></dialog>',
  ])('what is typed into %s is not for the page', (html) => {
    expect(press('f', html)).toBeUndefined();
    expect(press('Escape', html)).toBeUndefined();
  });

  it('a switch takes no text, but its arrows are its own', () => {
    expect(press('l', '<input type="radio" data-here>')).toBe('legend');
    expect(press('ArrowUp', '<input type="radio" data-here>')).toBeUndefined();
  });

  it('a button keeps Enter; other keys work there', () => {
    expect(press('Enter', '<button data-here></button>')).toBeUndefined();
    expect(press('f', '<button data-here></button>')).toBe('focus');
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])('keys with %o belong to the browser', (more) => {
    expect(press('c', '', more)).toBeUndefined();
  });
});
