/** Who may ask at all: our own page, a program of this machine, a link that is followed. Decided before anything is looked at. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { Fault } from '../../graph/fault.ts';
import type { AllowedHosts } from './hosts.ts';
import { Refusal } from './refusal.ts';

/**
 * Lets through what passes every rule and passes a Refusal on otherwise:
 * - Host is one of ours, said once (DNS rebinding; Vite CVE-2025-24010);
 * - Origin, when sent, is the page under that host and nothing else: `null` is not (Next.js CVE-2026-27977);
 * - Sec-Fetch-Site, when sent, names our own page or the address bar. Another page on this machine is `same-site`, for
 *   sites ignore ports: refused too. Only a link to the page itself may come from elsewhere;
 * - what changes something is a POST with JSON (a form of a stranger cannot send that), and a browser says its Origin.
 */
export function guard(hosts: AllowedHosts): RequestHandler {
  return (request, _response, next) => {
    next(refusalOf(request, hosts));
  };
}

function refusalOf(request: IncomingMessage, hosts: AllowedHosts): Refusal | undefined {
  const { headers, method = '' } = request;
  // Proxies and servers disagree on which of two Host headers counts.
  const named = request.rawHeaders.filter((text, i) => i % 2 === 0 && text.toLowerCase() === 'host').length;
  const origins = named === 1 ? hosts.get((headers.host ?? '').toLowerCase()) : undefined;
  if (origins === undefined) {
    return refused(
      'This Host is not one that modscope answers to.',
      `A forwarded port needs \`--allow-host ${named === 1 ? shown(headers.host) : 'HOST:PORT'}\`.`,
    );
  }
  // An absolute address, `*` or a bare word instead of a path: only proxies are asked so.
  if (request.url?.startsWith('/') !== true) return new Refusal(400, new Fault('bad-input', 'This is not a path.'));
  const { origin } = headers;
  if (origin !== undefined && !origins.has(origin)) return refused('Another page may not ask modscope.');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLink(request)) {
    return refused('Another page may not ask modscope.');
  }
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST')
    return new Refusal(405, new Fault('usage', 'modscope knows GET, HEAD and POST.'), { Allow: 'GET, HEAD, POST' });
  if (!/^application\/json(?: *; *charset=utf-8)?$/i.test(headers['content-type'] ?? '')) {
    return new Refusal(
      415,
      new Fault('usage', 'A POST to modscope is JSON.', { hint: 'Send `Content-Type: application/json`.' }),
    );
  }
  if (origin === undefined && headers.authorization === undefined) {
    return refused('A POST says its Origin.', 'A program sends `Authorization: Bearer TOKEN` instead.');
  }
  return undefined;
}

/** A link to the page, followed in a tab of its own: not a frame, not a script. */
function isLink({ headers, method, url = '' }: IncomingMessage): boolean {
  const toPage = url === '/' || url.startsWith('/?');
  return (
    method === 'GET' && toPage && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  );
}

/** The header itself where it could be given to --allow-host, so that the hint can be copied. */
function shown(host = ''): string {
  return /^(?:[a-z0-9.-]{1,80}|\[[0-9a-f:]{2,45}\]):[0-9]{1,5}$/i.test(host) ? host.toLowerCase() : 'HOST:PORT';
}

function refused(message: string, hint?: string): Refusal {
  return new Refusal(403, new Fault('unauthorized', message, hint === undefined ? {} : { hint }));
}
