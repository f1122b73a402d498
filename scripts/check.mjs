/** `npm run check`: the whole gate. Every step runs, so that one run shows all there is to mend; the tests come last. */
import { spawnSync } from 'node:child_process';

const steps = ['format:check', 'lint', 'types', 'types:svelte', 'walls', 'deadcode', 'build', 'package:lint'];

const failed = steps.filter((step) => {
  console.log(`\n== ${step}`);
  return !ran(step);
});
if (failed.length > 0) console.log(`\nNot passed: ${failed.join(', ')}. Each has a script: npm run ${failed[0]}`);
console.log('\n== test');
if (!ran('test') || failed.length > 0) process.exitCode = 1;

function ran(script) {
  return (
    spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit', shell: process.platform === 'win32' }).status ===
    0
  );
}
