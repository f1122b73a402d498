/** Whether the server that the page came from has gone: controls that need it ask here. */
import { getContext, setContext } from 'svelte';

const key = Symbol('the server is gone');

/** While a component is made: what `serverGone` answers below it. */
export function provideGone(gone: () => boolean): void {
  setContext(key, gone);
}

/** While a component is made: a function that says whether the server is gone now; never where nobody provides it. */
export function serverGone(): () => boolean {
  return getContext<(() => boolean) | undefined>(key) ?? (() => false);
}
