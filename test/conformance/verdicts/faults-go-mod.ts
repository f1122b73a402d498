/** What go.mod says, and what the proxy has of it. */
import {
  edit,
  inMain,
  late,
  require,
  requiredLine,
  serve,
  shape,
  textOf,
  withFile,
  withLines,
  type Fault,
} from './fault.ts';
import { source } from './world.ts';

const goMod =
  (change: (text: string) => string): Fault['make'] =>
  (world, random) =>
    edit(world, inMain(world, random, 'go.mod'), change);

const goLine = (line: string): Fault['make'] =>
  goMod((text) => text.replace(/^go .*\n/m, line === '' ? '' : `${line}\n`));

const placeholder = 'v0.0.0-00010101000000-000000000000';

export const goModFaults: readonly Fault[] = [
  shape('a dependency of a higher go line', (world, random) => {
    serve(world, random, 'new', 'v1.0.0', 'go 1.25.3\n');
    return true;
  }),
  shape('a dependency of a dependency of a higher go line', (world, random) => {
    serve(world, random, 'new', 'v1.0.0', 'go 1.25.3\n', { imported: false });
    serve(world, random, 'via', 'v1.0.0', `go 1.21\nrequire ${world.host}/new v1.0.0\n`);
    return true;
  }),
  shape('a dependency for a go that there is not', (world, random) => {
    serve(world, random, 'future', 'v1.0.0', 'go 1.999\n');
    return true;
  }),
  shape('no go line', goLine('')),
  shape('a low go line', goLine('go 1.14')),
  shape('a high go line', goLine('go 1.26.0')),
  shape('a go line for a go that there is not', goLine('go 1.999')),
  shape('a go line of words', goLine('go latest')),
  shape('a go line with one dot too many', goLine('go 1.21.0.1')),
  shape('a go line of a release candidate', goLine('go 1.25rc1')),
  shape('two go lines', withLines('go 1.21')),
  shape('a needless toolchain line', withLines('toolchain default')),
  shape('a low toolchain line', withLines('toolchain go1.13')),
  shape('a toolchain line', withLines('toolchain go1.26.1')),
  shape('an unknown toolchain line', withLines('toolchain gopher')),
  shape('a toolchain of somebody', withLines('toolchain go1.26.0-acme')),
  shape('a newer toolchain line', withLines('toolchain go1.99.0')),
  shape('a require line twice', (world, random) => {
    const one = requiredLine(world, random);
    return one !== undefined && edit(world, one.file, (text) => `${text}require ${one.path} ${one.version}\n`);
  }),
  shape('two require lines of other versions', (world, random) => {
    const one = requiredLine(world, random);
    const other = world.served.find(({ path, version }) => path === one?.path && version !== one.version);
    if (one === undefined || other === undefined) return false;
    return edit(world, one.file, (text) => `${text}require ${other.path} ${other.version}\n`);
  }),
  shape('a require line for an older version', (world, random) => {
    const one = requiredLine(world, random);
    const other = world.served.find(({ path, version }) => path === one?.path && version !== one.version);
    if (one === undefined || other === undefined) return false;
    return edit(world, one.file, (text) => text.replace(one.line, `require ${other.path} ${other.version}\n`));
  }),
  shape('a require line less', (world, random) => {
    const one = requiredLine(world, random);
    return one !== undefined && edit(world, one.file, (text) => text.replace(one.line, ''));
  }),
  shape(
    'comments of indirect turned',
    goMod((text) =>
      text.replace(/ \/\/ indirect|(?<=^require \S+ \S+)$/gm, (now) => (now === '' ? ' // indirect' : '')),
    ),
  ),
  shape(
    'lines in another order',
    goMod((text) => text.split('\n').reverse().join('\n').trimStart() + '\n'),
  ),
  shape(
    'comments',
    goMod((text) => `// A word before.\n\n${text}\n// And after.\n`),
  ),
  shape(
    'CRLF in go.mod',
    goMod((text) => text.replaceAll('\n', '\r\n')),
  ),
  shape(
    'a byte order mark before go.mod',
    goMod((text) => `\uFEFF${text}`),
  ),
  shape('a go.mod in UTF-16', (world, random) => {
    const file = inMain(world, random, 'go.mod');
    world.files.set(file, Buffer.from(`\uFEFF${textOf(world, file)}`, 'utf16le'));
    return true;
  }),
  shape(
    'an empty go.mod',
    goMod(() => ''),
  ),
  shape(
    'merge markers in go.mod',
    goMod((text) => `<<<<<<< HEAD\n${text}=======\n>>>>>>> theirs\n`),
  ),
  shape('a directive that nobody knows', withLines('reqire example.com/a v1.0.0')),
  shape(
    'no module line',
    goMod((text) => text.replace(/^module .*\n/, '')),
  ),
  shape('two module lines', withLines('module example.com/second')),
  shape(
    'a module path with a space',
    goMod((text) => text.replace(/^module (.*)\n/, 'module "$1 x"\n')),
  ),
  shape('a module path of one word', (world) => {
    if (world.isWorkspace) return false;
    for (const [file, text] of world.files) {
      if (typeof text === 'string' && !file.startsWith('vendor/'))
        world.files.set(file, text.replaceAll(`${world.host}/main`, 'main'));
    }
    return true;
  }),
  shape('the module path of a package of go', (world) => {
    if (world.isWorkspace) return false;
    for (const [file, text] of world.files) {
      if (typeof text === 'string') world.files.set(file, text.replaceAll(`${world.host}/main`, 'fmt'));
    }
    return true;
  }),
  shape('a known godebug', withLines('godebug panicnil=1')),
  shape('the default godebug', withLines('godebug default=go1.21')),
  shape('an unknown godebug', withLines('godebug nosuchsetting=1')),
  shape('a malformed godebug', withLines('godebug panicnil')),
  shape('a tool line', withLines('tool cmd/vet')),
  shape('a tool that nothing provides', withLines('tool example.com/none/cmd')),
  shape('an ignore line', withLines('ignore ./node_modules')),
  shape('a retract line', withLines('retract v0.1.0')),
  shape('v2 without /v2', (world, random) => {
    require(world, random, `${world.host}/a`, 'v2.0.0');
    return true;
  }),
  shape('v2 with go.mod and without /v2', (world, random) => {
    world.served.push({
      path: `${world.host}/a`,
      version: 'v2.0.0+incompatible',
      files: { 'go.mod': `module ${world.host}/a\n` },
    });
    require(world, random, `${world.host}/a`, 'v2.0.0+incompatible');
    return true;
  }),
  shape('an incompatible version', (world, random) => {
    world.served.push({
      path: `${world.host}/old`,
      version: 'v3.0.0+incompatible',
      files: { 'old.go': source('old', []) },
    });
    require(world, random, `${world.host}/old`, 'v3.0.0+incompatible');
    return true;
  }),
  shape('gopkg.in', (world, random) => {
    const path = `gopkg.in/${world.host.replace('.test', '')}.v1`;
    world.served.push({ path, version: 'v1.2.0', files: { 'go.mod': `module ${path}\n`, 'x.go': 'package x\n' } });
    require(world, random, path, 'v1.2.0');
    return true;
  }),
  shape('a path in two spellings, both imported', (world, random) => {
    serve(world, random, 'Case', 'v1.0.0', '', { files: { 'x.go': 'package x\n' } });
    serve(world, random, 'case', 'v1.0.0', '', { files: { 'x.go': 'package x\n' } });
    return true;
  }),
  shape('a path in two spellings, one imported', (world, random) => {
    serve(world, random, 'Case', 'v1.0.0', '', { files: { 'x.go': 'package x\n' } });
    serve(world, random, 'case', 'v1.0.0', '', { imported: false, files: { 'x.go': 'package x\n' } });
    return true;
  }),
  shape('a path in another spelling than it declares', (world, random) => {
    const path = `${world.host}/Spelt`;
    world.served.push({
      path,
      version: 'v1.0.0',
      files: { 'go.mod': `module ${world.host}/spelt\n`, 'x.go': 'package x\n' },
    });
    require(world, random, path, 'v1.0.0');
    return true;
  }),
  shape('a path that the go.mod does not declare', (world, random) => {
    world.served.push({
      path: `${world.host}/was`,
      version: 'v1.0.0',
      files: { 'go.mod': `module ${world.host}/is\n`, 'x.go': 'package x\n' },
    });
    require(world, random, `${world.host}/was`, 'v1.0.0');
    return true;
  }),
  shape('a placeholder that a dependency replaces for itself', (world, random) => {
    serve(
      world,
      random,
      'big',
      'v1.30.0',
      `require ${world.host}/staging v0.0.0\nreplace ${world.host}/staging => ./staging\n`,
    );
    return true;
  }),
  shape('a placeholder of go’s own', withLines(`require example.com/nowhere ${placeholder}`)),
  shape('a placeholder with its replace', (world, random) => {
    world.files.set('near/go.mod', `module ${world.host}/near\n`);
    world.files.set('near/near.go', 'package near\n');
    const [dir = '.'] = world.mains;
    const file = dir === '.' ? 'go.mod' : `${dir}/go.mod`;
    require({ ...world, mains: [dir] }, random, `${world.host}/near`, placeholder);
    return edit(world, file, (text) => `${text}replace ${world.host}/near => ${dir === '.' ? './near' : '../near'}\n`);
  }),
  shape('a replace folder that is not there', (world, random) => {
    const one = requiredLine(world, random);
    return one !== undefined && edit(world, one.file, (text) => `${text}replace ${one.path} => ../gone\n`);
  }),
  shape('a replace folder without go.mod', (world, random) => {
    const one = requiredLine(world, random);
    world.files.set('bare/x.go', 'package x\n');
    const up = one?.file === 'go.mod' ? './bare' : '../bare';
    return one !== undefined && edit(world, one.file, (text) => `${text}replace ${one.path} => ${up}\n`);
  }),
  shape('a replace folder of Windows', (world, random) => {
    const one = requiredLine(world, random);
    return one !== undefined && edit(world, one.file, (text) => `${text}replace ${one.path} => C:\\src\\x\n`);
  }),
  shape('a replace by a version that is not there', (world, random) => {
    const one = requiredLine(world, random);
    return one !== undefined && edit(world, one.file, (text) => `${text}replace ${one.path} => ${one.path} v1.99.0\n`);
  }),
  shape('a replace that nothing uses', withLines('replace example.com/nobody => ../nobody')),
  shape('a replace twice', withLines('replace example.com/nobody => ../a', 'replace example.com/nobody => ../b')),
  shape('an exclude of what nothing requires', withLines('exclude example.com/nobody v1.0.0')),
  shape('an exclude of what is required', (world, random) => {
    const one = requiredLine(world, random);
    return one !== undefined && edit(world, one.file, (text) => `${text}exclude ${one.path} ${one.version}\n`);
  }),
  shape('an exclude of what only a dependency requires', (world, random) => {
    serve(world, random, 'deep', 'v1.0.0', '', { imported: false });
    const one = serve(world, random, 'over', 'v1.0.0', `require ${world.host}/deep v1.0.0\n`, {
      files: { 'over.go': source('over', [`${world.host}/deep`]) },
    });
    const exclude = `exclude ${world.host}/deep v1.0.0\n`;
    for (const dir of world.mains)
      edit(
        world,
        dir === '.' ? 'go.mod' : `${dir}/go.mod`,
        (text) => text.replace(`require ${world.host}/deep v1.0.0\n`, '') + exclude,
      );
    return one.version !== '';
  }),
  shape('a version that is not there', (world, random) => {
    require(world, random, `${world.host}/a`, 'v1.77.0');
    return true;
  }),
  shape('a module that is not there', (world, random) => {
    require(world, random, `${world.host}/missing`, 'v1.0.0');
    return true;
  }),
  shape('a module without a zip', (world, random) => {
    serve(world, random, 'zipless', 'v1.0.0', '', { withoutZip: true });
    return true;
  }),
  shape('a branch for a version', withLines('require example.com/branch master')),
  shape('latest for a version', (world, random) => withLines(`require ${world.host}/a latest`)(world, random)),
  shape('a version without v', withLines('require example.com/bare 1.0.0')),
  shape('the main module requires itself', (world, random) =>
    withLines(`require ${world.host}/main v1.0.0`)(world, random),
  ),
  shape('a host that does not answer', (world, random) => {
    require(world, random, `${world.host}/private`, 'v1.0.0');
    world.env.set('GOPROXY', '$GOPROXY,http://127.0.0.1:1');
    return true;
  }),
  shape('a host that does not answer, from a dependency', (world, random) => {
    serve(world, random, 'open', 'v1.0.0', `require ${world.host}/private v1.0.0\n`);
    world.env.set('GOPROXY', '$GOPROXY,http://127.0.0.1:1');
    return true;
  }),
  shape('a retracted version', (world, random) => {
    serve(world, random, 'sorry', 'v1.0.0', '');
    world.served.push({
      path: `${world.host}/sorry`,
      version: 'v1.0.1',
      files: { 'go.mod': `module ${world.host}/sorry\nretract v1.0.0\n`, 'sorry.go': 'package sorry\n' },
    });
    return true;
  }),
  shape('a module without go.mod', (world, random) => {
    world.served.push({
      path: `${world.host}/ancient`,
      version: 'v1.0.0',
      files: { 'ancient.go': 'package ancient\n' },
    });
    require(world, random, `${world.host}/ancient`, 'v1.0.0');
    return true;
  }),
  shape('a package in two modules', (world, random) => {
    serve(world, random, 'nest', 'v1.0.0', '', { files: { 'in/in.go': 'package in\n' }, imported: false });
    serve(world, random, 'nest/in', 'v1.0.0', '', { files: { 'in.go': 'package in\n' } });
    return true;
  }),
  late('a file go.mod that is a folder', (world, random) => {
    const file = inMain(world, random, 'go.mod');
    world.files.delete(file);
    world.files.set(`${file}/x`, '');
    return true;
  }),
  late('a require line more after all', withLines('require example.com/later v1.0.0')),
  shape('no imports at all', withFile('main.go', 'package main\n\nfunc main() {}\n')),
];
