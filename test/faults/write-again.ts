/** A program for tests: writes a file again and again, whole texts of two kinds in turns, until it is killed. */
import { writeFile } from '../../server/files.ts';
import { wholeText } from './whole-text.ts';

const [, , file = ''] = process.argv;
for (let n = 0; ; n++) {
  writeFile(file, wholeText(n % 2));
  if (n === 0) process.stdout.write('begun\n');
}
