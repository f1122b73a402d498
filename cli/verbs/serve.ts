/** placeholder until server/http is there */
import type { Io } from '../io.ts';
export async function serve(_io: Io, _o: unknown, _d: string | undefined, _n: string[]): Promise<number> {
  return 0;
}
