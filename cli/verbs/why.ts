/** placeholder */
import type { Io } from '../io.ts';
export async function why(_io: Io, _o: unknown, _t: string): Promise<number> { return 0; }
