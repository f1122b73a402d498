import { afterEach, describe, expect, it } from 'vitest';
import { embeddedBackend } from '../../../client/backend/embedded.ts';
import { pickBackend } from '../../../client/backend/pick.ts';
import { small, smallText } from './snapshots.ts';

const signal = new AbortController().signal;

describe('data in the page', () => {
  it('is a snapshot, and never anything newer', async () => {
    const backend = embeddedBackend(smallText);
    expect(backend.live).toBe(false);
    expect(await backend.snapshot(signal)).toEqual(small);
    await expect(backend.refresh()).rejects.toMatchObject({ name: 'Fault', code: 'usage' });
    await expect(backend.cancel()).rejects.toMatchObject({ code: 'usage' });
    let called = 0;
    backend.watch(() => called++)();
    expect(called).toBe(0);
  });

  it('is refused when it is damaged, as a rejection', async () => {
    await expect(embeddedBackend('{"format":1}').snapshot(signal)).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('pickBackend', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('takes the data in the page where there is some', async () => {
    const holder = document.createElement('script');
    holder.type = 'application/json';
    holder.id = 'modscope-snapshot';
    holder.textContent = smallText;
    document.body.append(holder);
    const backend = pickBackend(document);
    expect(backend.live).toBe(false);
    expect(await backend.snapshot(signal)).toEqual(small);
  });
});
