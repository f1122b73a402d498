/** Requests that come in the name of somebody else: Host, Origin, Sec-Fetch. All carry the right token. */
import { text, type HostileRequest, type Target } from './request.ts';

const json = { 'Content-Type': 'application/json' };

/** Names that are not ours, or look as if they were (DNS rebinding; webpack-dev-server CVE-2026-14631). */
function strangeHosts(port: number): string[] {
  const strangers = [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evil.example.127.0.0.1',
    'evil-localhost',
    'localhostevil.example',
    '127.0.0.1.nip.io',
    'localtest.me',
    'modscope',
    'box',
    '127.1',
    '127.0.1',
    '127.0.0.2',
    '127.0.0.01',
    '127.000.000.001',
    '0127.0.0.1',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '0.0.0.0',
    '0',
    '192.168.1.1',
    '10.0.0.1',
    '169.254.169.254',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::1%25lo]',
    '[127.0.0.1]',
    '[localhost]',
    'localhost.',
    'localhost..',
    '.localhost',
    'lo\u00adcalhost',
    'xn--localhost-',
    'l%6fcalhost',
    '%31%32%37.0.0.1',
    'localhost%00',
    'localhost%2eevil.example',
    'user@localhost',
    'user:pass@127.0.0.1',
    'localhost\\',
    'localhost/',
    'localhost?',
    'localhost#',
    'localhost;',
    'localhost,evil.example',
    'localhost evil.example',
    '*',
    '*.localhost',
    '.',
    '..',
    '-',
    '_',
    '%',
    '[',
    ']',
    '[]',
    '[[',
    '[:',
    '[::1',
    '::1]',
    '::1',
    ':::::::',
    'null',
    'undefined',
    'true',
    'NaN',
    '[object Object]',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    'valueOf',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    "'",
    '"',
    '`',
    '\\',
    '\t',
    'a'.repeat(255),
    'a'.repeat(8000),
    `${'a.'.repeat(200)}example`,
    '\xff\xfe',
    '\xc0\xae',
    'lo\xc3\xa7alhost',
  ];
  const wholes = [
    '',
    ':',
    `:${port}`,
    '127.0.0.1',
    'localhost',
    '127.0.0.1:',
    'localhost:',
    'localhost:0',
    'localhost:80',
    `localhost:${port + 1}`,
    `localhost:${port + 65_536}`,
    `localhost:0${port}`,
    `localhost:+${port}`,
    `localhost:-${port}`,
    `localhost:${port}.`,
    `localhost:${port}.0`,
    `localhost:${port}e0`,
    `localhost:0x${port.toString(16)}`,
    `localhost:${port}:${port}`,
    `localhost:${port}/`,
    `localhost:${port}/../`,
    `localhost:${port}#`,
    `localhost:${port}?`,
    `localhost:${port}\\`,
    `localhost:${port}@evil.example`,
    `localhost:${port}#@evil.example`,
    `localhost:${port},localhost:${port}`,
    `localhost:${port} evil.example`,
    `evil.example, localhost:${port}`,
    `http://localhost:${port}`,
    `//localhost:${port}`,
    `localhost: ${port}`,
    `localhost :${port}`,
    `localhost:${port}\x7f`,
    `localhost:${'9'.repeat(400)}`,
  ];
  return [...strangers.flatMap((name) => [name, `${name}:${port}`]), ...wholes];
}

function strangeOrigins(port: number): string[] {
  const own = `127.0.0.1:${port}`;
  return [
    'null',
    '',
    'NULL',
    'undefined',
    '*',
    '/',
    own,
    `//${own}`,
    `HTTP://${own}`,
    `https://${own}`,
    `ws://${own}`,
    `http://${own}/`,
    `http://${own}.`,
    `http://${own} `.concat('x'),
    `http://${own}#`,
    `http://${own}?`,
    `http://${own}@evil.example`,
    `http://evil@${own}`,
    `http://${own}, http://${own}`,
    `http://${own}, http://evil.example`,
    `http://evil.example, http://${own}`,
    `http://${own} http://evil.example`,
    'http://127.0.0.1',
    `http://127.0.0.1:0${port}`,
    `http://127.0.0.1:${port + 1}`,
    `http://127.0.0.1:${port}0`,
    'http://localhost',
    // Right for another Host of ours, wrong for this one.
    `http://localhost:${port}`,
    `http://127.1:${port}`,
    `http://2130706433:${port}`,
    `http://0x7f000001:${port}`,
    `http://0.0.0.0:${port}`,
    `http://[::1]:${port}`,
    `http://[::ffff:127.0.0.1]:${port}`,
    `http://${own}.evil.example`,
    `http://127.0.0.1.evil.example:${port}`,
    `http://evil.example:${port}`,
    'http://evil.example',
    'https://evil.example',
    `http://xn--localhost:${port}`,
    'file://',
    'file:///etc/passwd',
    'data:',
    'blob:null',
    `blob:http://${own}`,
    'about:blank',
    'javascript:alert(1)',
    'chrome-extension://abcdefghijklmnop',
    'moz-extension://abc',
    'vscode-webview://abc',
    'app://obsidian.md',
    'capacitor://localhost',
    'tauri://localhost',
    'http://__proto__',
    'constructor',
    `http://${'a'.repeat(4000)}`,
    '\xff',
    `http://127.0.0.1\t:${port}`,
  ];
}

const readable = [
  '/',
  '/api/snapshot',
  '/api/events',
  '/api/health',
  '/api/packages',
  '/api/doctor',
  '/api/revisions',
] as const;
const changing = ['/api/refresh', '/api/cancel', '/api/what-if', '/api/export', '/api/diff'] as const;

export function otherHosts(target: Target): HostileRequest[] {
  return strangeHosts(target.port).flatMap((host) => [
    { what: `Host ${host}`, raw: text(target, { host, path: '/api/snapshot' }) },
    {
      what: `Host ${host}, POST`,
      raw: text(target, { host, method: 'POST', path: '/api/refresh', headers: json, body: '{}' }),
    },
  ]);
}

export function otherOrigins(target: Target): HostileRequest[] {
  return strangeOrigins(target.port).flatMap((origin) => [
    ...['/api/snapshot', '/api/revisions', '/'].map((path) => ({
      what: `Origin ${origin} ${path}`,
      raw: text(target, { path, headers: { Origin: origin } }),
    })),
    ...['/api/refresh', '/api/export', '/api/diff'].map((path) => ({
      what: `Origin ${origin} POST ${path}`,
      raw: text(target, { method: 'POST', path, headers: { ...json, Origin: origin }, body: '{}' }),
    })),
  ]);
}

/** What browsers say of requests that another page makes (https://w3c.github.io/webappsec-fetch-metadata), and what none says. */
export function otherPages(target: Target): HostileRequest[] {
  const sites = ['cross-site', 'same-site', 'Same-Origin', 'same-origin, cross-site', 'nonsense', ''];
  const uses: readonly (readonly [mode: string, dest: string])[] = [
    ['no-cors', 'script'],
    ['no-cors', 'image'],
    ['no-cors', 'style'],
    ['no-cors', 'video'],
    ['cors', 'empty'],
    ['cors', 'font'],
    ['same-origin', 'worker'],
    ['same-origin', 'serviceworker'],
    ['websocket', 'websocket'],
    ['navigate', 'iframe'],
    ['navigate', 'embed'],
    ['navigate', 'object'],
  ];
  const asked: HostileRequest[] = [];
  for (const site of sites) {
    for (const [mode, dest] of uses) {
      const headers = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest };
      const path = readable[asked.length % readable.length] ?? '/';
      asked.push({ what: `Sec-Fetch ${site} ${mode} ${dest} ${path}`, raw: text(target, { path, headers }) });
    }
    // A link and a form of a stranger in a tab of their own: to the page by GET, and nothing else.
    const tab = { 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
    for (const path of readable.slice(1)) {
      asked.push({ what: `link ${site} ${path}`, raw: text(target, { path, headers: tab }) });
    }
    for (const path of ['/', ...changing]) {
      const headers = { ...tab, ...json };
      asked.push({ what: `form ${site} ${path}`, raw: text(target, { method: 'POST', path, headers, body: '{}' }) });
    }
  }
  return asked;
}
