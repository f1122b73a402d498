/** A page of somebody else, and all that it can try on a server of this machine. Each answer is what it got, or 'out'. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

export interface Attacker {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** An empty page on a port of its own, under any name that leads here. */
export async function startAttacker(): Promise<Attacker> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>attacker</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Runs in the attacker's page. `victim` is an origin. What is not 'out' is a hole. */
export function attackFrom(page: Page, victim: string): Promise<Record<string, string>> {
  return page.evaluate(async (there) => {
    const got: Record<string, string> = {};
    const reads = ['/', '/api/snapshot', '/api/packages', '/api/events', '/api/health'];
    const changes = ['/api/refresh', '/api/cancel', '/api/what-if', '/api/export'];
    const body = '{"edits":{"drop":["example.com/x"]}}';
    const tried = async (name: string, what: () => Promise<unknown>): Promise<void> => {
      const late = new Promise((resolve) => setTimeout(resolve, 5000, 'late'));
      got[name] = await Promise.race([what(), late]).then(
        (value) => (typeof value === 'string' ? value : 'in'),
        () => 'out',
      );
    };
    const loaded = (element: HTMLElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.body.append(element);
      });
    const make = (tag: string, properties: Record<string, string>): HTMLElement =>
      Object.assign(document.createElement(tag), properties);

    for (const path of reads) {
      const url = there + path;
      await tried(`fetch ${path}`, async () => (await fetch(url, { credentials: 'include' })).text());
      await tried(
        `fetch no-cors ${path}`,
        async () => (await fetch(url, { credentials: 'include', mode: 'no-cors' })).type,
      );
      await tried(`fetch with a header ${path}`, () => fetch(url, { headers: { Authorization: 'Bearer x' } }));
      await tried(`script ${path}`, () => loaded(make('script', { src: url })));
      await tried(`module ${path}`, () => loaded(make('script', { src: url, type: 'module' })));
      await tried(`import ${path}`, () => import(url));
      await tried(`img ${path}`, () => loaded(make('img', { src: url })));
      await tried(`style ${path}`, () => loaded(make('link', { rel: 'stylesheet', href: url })));
      await tried(
        `video ${path}`,
        () =>
          new Promise((resolve, reject) => {
            const video = document.createElement('video');
            video.onloadedmetadata = resolve;
            video.onerror = reject;
            video.src = url;
          }),
      );
      await tried(
        `EventSource ${path}`,
        () =>
          new Promise((resolve, reject) => {
            const source = new EventSource(url, { withCredentials: true });
            source.onopen = resolve;
            source.onerror = () => {
              source.close();
              reject(new Error('refused'));
            };
          }),
      );
      await tried(
        `WebSocket ${path}`,
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(url.replace(/^http/, 'ws'));
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      );
      await tried(
        `Worker ${path}`,
        () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(url);
            worker.onmessage = resolve;
            worker.onerror = reject;
          }),
      );
      // A frame says that it has loaded also when it shows an error: what counts is what is in it.
      await tried(`iframe ${path}`, async () => {
        const frame = document.createElement('iframe');
        frame.src = url;
        await loaded(frame);
        return frame.contentDocument === null
          ? Promise.reject(new Error('closed'))
          : frame.contentDocument.body.innerText;
      });
    }
    for (const path of changes) {
      const url = there + path;
      const json = { 'Content-Type': 'application/json' };
      const post = { method: 'POST', credentials: 'include', body } as const;
      await tried(`POST JSON ${path}`, () => fetch(url, { ...post, headers: json }));
      await tried(`POST text ${path}`, async () => (await fetch(url, { ...post, mode: 'no-cors' })).type);
      await tried(`PUT ${path}`, () => fetch(url, { ...post, method: 'PUT' }));
      await tried(
        `XMLHttpRequest ${path}`,
        () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.onload = resolve;
            request.onerror = reject;
            request.open('POST', url);
            request.withCredentials = true;
            request.send(body);
          }),
      );
      // Neither says what came of it: the server is asked afterwards.
      navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' }));
      const frame = make('iframe', { name: `frame${path}` });
      const form = make('form', { action: url, method: 'post', enctype: 'text/plain', target: `frame${path}` });
      const field = make('input', { name: body.slice(0, -1), value: '}' });
      form.append(field);
      document.body.append(frame, form);
      if (form instanceof HTMLFormElement) form.submit();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    // Where the page is on no trustworthy address there are none.
    await tried('service worker', async () => navigator.serviceWorker.register(`${there}/assets/worker.js`));
    await tried('window.open', async () => {
      const opened = window.open(`${there}/`);
      if (opened === null) throw new Error('blocked');
      for (let times = 0; times < 10; times++) {
        opened.postMessage({ type: 'refresh', method: 'POST', path: '/api/refresh' }, '*');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      // Cross-Origin-Opener-Policy: the page that was opened is out of reach, not even its frames can be counted.
      return opened.closed ? Promise.reject(new Error('out of reach')) : opened.document.title;
    });
    await tried('cookie', () =>
      document.cookie.includes('modscope') ? Promise.resolve(document.cookie) : Promise.reject(new Error('none')),
    );
    return got;
  }, victim);
}
