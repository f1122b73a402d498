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
  await expect(page.locator('canvas').first()).toBeVisible();
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

test('SIGTERM ends modscope with its pages open', async ({ page, serve }) => {
  const { url, end } = await serve('--sample', 'echo');
  await page.goto(url);
  await expect(page).toHaveTitle(/echo/);
  expect(await end()).toBe(143);
});
