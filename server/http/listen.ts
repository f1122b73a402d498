/** Listens on a free port. The listen call itself is the check: between a look and a call somebody else may come. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '../../graph/fault.ts';

const firstPort = 7878;
/** Ports that are tried one after the other; then any that the system has. */
const tries = 20;

/**
 * Listens on `port`, or on the first free one from 7878 when it is left out. Resolves with the port. Throws a Fault
 * 'port-taken' when a port that was asked for is in use or not allowed.
 */
export async function listen(server: Server, address: string, port?: number): Promise<number> {
  if (port !== undefined) return tryPort(server, address, port);
  for (let next = firstPort; next < firstPort + tries; next += 1) {
    try {
      return await tryPort(server, address, next);
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'port-taken')) throw error;
    }
  }
  return tryPort(server, address, 0);
}

function tryPort(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening);
      reject(faultOf(error, address, port));
    };
    const onListening = (): void => {
      server.off('error', onError);
      resolve(portOf(server.address()));
    };
    server.once('error', onError).once('listening', onListening).listen({ host: address, port, exclusive: true });
  });
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Fault('defect', 'The server listens on no port.');
  return address.port;
}

function faultOf(error: NodeJS.ErrnoException, address: string, port: number): Fault {
  const hint = 'Give another with --port, or leave it out: modscope then takes the next free one.';
  if (error.code === 'EADDRINUSE') return new Fault('port-taken', `Port ${port} is in use.`, { hint, cause: error });
  if (error.code === 'EACCES') {
    return new Fault('port-taken', `Port ${port} may not be used: permission denied.`, { hint, cause: error });
  }
  return new Fault('usage', `modscope cannot listen on ${address}: ${error.message}`, { cause: error });
}
