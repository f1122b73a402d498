/** Which of go's words, and which faults that carry them, say something of a module. */
import type { FaultCode } from '../../graph/fault.ts';

/** Go's words where GOPROXY=off, or a mode, kept it from looking something up. */
export const lookupsOff = /module lookup disabled by GOPROXY=off|: GOPROXY=off/;

/** Words of go that say more of the network than of the module. */
const unreachable =
  /GOPROXY list is not the empty string, but contains no entries|dial tcp|no such host|connection re(?:fused|set)|i\/o timeout|network is unreachable|TLS handshake|\b50[0234] |terminal prompts disabled|could not read Username|proxyconnect|toolchain not available/;

/** True where with a network, or a better one, go might have said something else. */
export function needsNetwork(words: string): boolean {
  return lookupsOff.test(words) || unreachable.test(words);
}

/** Codes of what go says of a module. That it was stopped, is not there, or has no room is no word on the module. */
export const ofGo: ReadonlySet<FaultCode> = new Set([
  'go-failed',
  'go-too-new',
  'bad-input',
  'checksum-mismatch',
  'no-module',
]);
