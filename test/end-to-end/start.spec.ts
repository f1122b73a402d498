import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { expect, test } from './serve.ts';

test('the printed link shows the sample, takes the token out of the address, and says nothing in the console', async ({
  page,
  serve,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const { url, origin } = await serve('--sample', 'kubectl');
  await page.goto(url);
  await expect(page).toHaveTitle(/k8s\.io\/kubectl/);
  await expect(page.locator('canvas[data-whole]')).toBeVisible();
  expect(page.url().startsWith(`${origin}/`)).toBe(true);
  expect(page.url()).not.toContain('token');
  // Still there after a reload: the session is in the cookie.
  await page.reload();
  await expect(page).toHaveTitle(/k8s\.io\/kubectl/);
  expect(complaints).toEqual([]);
});

test('without the token the page says how to get in', async ({ page, serve }) => {
  const { origin } = await serve('--sample', 'echo');
  const answer = await page.goto(`${origin}/?q=x`);
  expect(answer?.status()).toBe(401);
  await expect(page.getByRole('heading')).toHaveText('This link needs a session');
  await expect(page.getByText('?token=…')).toBeVisible();
});

test('a link on another site leads into the session that the browser has', async ({ page, serve }) => {
  const { url, origin } = await serve('--sample', 'echo');
  await page.goto(url);
  await page.route('https://elsewhere.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<a href="${origin}/?from=elsewhere">there</a>` }),
  );
  await page.goto('https://elsewhere.example/');
  await page.getByRole('link').click();
  await expect(page).toHaveTitle(/echo/);
  expect(page.url()).toContain('from=elsewhere');
});

test('a page on another port of this machine can neither read nor start anything', async ({ page, serve }) => {
  const [one, two] = [await serve('--sample', 'echo'), await serve('--sample', 'cobra')];
  await page.goto(one.url);
  await page.goto(two.url);
  // The browser has a cookie for both now, and sends it: for cookies another port is the same site.
  const outcome = await page.evaluate(async (other) => {
    const tried = async (what: () => Promise<unknown>) =>
      what().then(
        () => 'in',
        () => 'out',
      );
    const loaded = (element: HTMLElement) =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        document.head.append(element);
      });
    return {
      fetch: await tried(() => fetch(`${other}/api/snapshot`, { credentials: 'include' })),
      noCors: await fetch(`${other}/api/snapshot`, { credentials: 'include', mode: 'no-cors' }).then(
        (answer) => answer.type,
        () => 'out',
      ),
      post: await tried(() => fetch(`${other}/api/refresh`, { method: 'POST', credentials: 'include', body: '{}' })),
      script: await tried(() =>
        loaded(Object.assign(document.createElement('script'), { src: `${other}/api/snapshot` })),
      ),
      events: await new Promise((resolve) => {
        const source = new EventSource(`${other}/api/events`, { withCredentials: true });
        source.onopen = () => {
          resolve('in');
        };
        source.onerror = () => {
          resolve('out');
        };
      }),
    };
  }, one.origin);
  expect(outcome).toEqual({ fetch: 'out', noCors: 'out', post: 'out', script: 'out', events: 'out' });
});

test('a forwarded port leads to the page once --allow-host names it, and until then to words that say so', async ({
  page,
  serve,
}) => {
  let target = 0;
  const forward = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const one of [near, far]) one.on('error', () => one.destroy());
  });
  await new Promise<void>((resolve) => forward.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = forward.address() as AddressInfo;
    const outside = `localhost:${port}`;
    const refused = await serve('--sample', 'echo');
    target = Number(new URL(refused.url).port);
    const answer = await page.goto(`http://${outside}/${new URL(refused.url).search}`);
    expect(answer?.status()).toBe(403);
    await expect(page.getByText(`--allow-host ${outside}`)).toBeVisible();
    // With it end the connections that the browser keeps.
    await refused.end();
    const allowed = await serve('--sample', 'echo', '--allow-host', outside);
    target = Number(new URL(allowed.url).port);
    await page.goto(`http://${outside}/${new URL(allowed.url).search}`);
    await expect(page).toHaveTitle(/echo/);
    await expect(page.locator('canvas[data-whole]')).toBeVisible();
    expect(page.url()).not.toContain('token');
    await page.reload();
    await expect(page).toHaveTitle(/echo/);
  } finally {
    forward.close();
  }
});

test('after a restart on the same port the old page says how to get in, and the new link leads in', async ({
  page,
  serve,
}) => {
  // A port of its own: whoever starts beside this takes the next free one after the default, and so the one that is left.
  const port = String(await freePort());
  const first = await serve('--sample', 'echo', '--port', port);
  await page.goto(first.url);
  await expect(page).toHaveTitle(/echo/);
  await first.end();
  const second = await serve('--sample', 'cobra', '--port', port);
  expect(second.url).not.toBe(first.url);
  const answer = await page.reload();
  expect(answer?.status()).toBe(401);
  await expect(page.getByRole('heading')).toHaveText('This link needs a session');
  await page.goto(first.url);
  await expect(page.getByRole('heading')).toHaveText('This link needs a session');
  await page.goto(second.url);
  await expect(page).toHaveTitle(/cobra/);
});

test('the token is in no Referer, no history entry, nothing that a script can read, and no command line', async ({
  page,
  serve,
}) => {
  const { url, said, pid } = await serve('--sample', 'echo');
  const token = new URL(url).searchParams.get('token') ?? '';
  expect(token).toHaveLength(43);
  const referers: (string | undefined)[] = [];
  await page.route('https://elsewhere.example/**', async (route) => {
    referers.push(route.request().headers()['referer']);
    await route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' });
  });
  await page.goto(url);
  await expect(page).toHaveTitle(/echo/);
  const readable = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.cookie,
      document.referrer,
      location.href,
      JSON.stringify(performance.getEntries()),
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
    ].join('\n'),
  );
  expect(readable).not.toContain(token);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://elsewhere.example/x' });
    document.body.append(link);
    link.click();
  });
  await expect(page).toHaveTitle('elsewhere');
  expect(referers).toEqual([undefined]);
  await page.goBack();
  expect(page.url()).not.toContain(token);
  expect(said()).not.toContain(token);
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8') + readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain(
    token,
  );
});

test('SIGTERM ends modscope with its pages open', async ({ page, serve }) => {
  const { url, end } = await serve('--sample', 'echo');
  await page.goto(url);
  await expect(page).toHaveTitle(/echo/);
  expect(await end()).toBe(143);
});

/** A port that nobody has now, out of those that the system gives. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
