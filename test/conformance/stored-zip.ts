/** A zip file with its members as they are, not compressed: what a module proxy must serve (PKWARE APPNOTE 4.3). */
import { crc32 } from 'node:zlib';
import type { TxtarFile } from './txtar.ts';

/** Small archives only: no zip64, sizes in 32 bits. */
export function storedZip(files: readonly TxtarFile[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const data = Buffer.from(text);
    const title = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0); // version needed; flags, method, time stay 0
    shared.writeUInt16LE(33, 8); // 1 January 1980, the first day there is
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14); // comment, disk, attributes: 0
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04'), shared, title, data);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), shared, place, title);
    offset += 30 + title.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}
