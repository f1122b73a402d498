/** Hands a file to the browser to keep. */

/** Milliseconds until the data of a file is let go: the browser has read it long before. */
const keepFor = 60_000;

export function saveFile(name: string, data: Blob): void {
  const address = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, keepFor);
}

/** A file name from a module path: `k8s.io/kubectl` gives `kubectl`, `example.com/m/v2` gives `m-v2`. */
export function fileStem(path: string): string {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  const stem = /^v\d+$/.test(last) && parts.length > 1 ? `${parts.at(-2) ?? ''}-${last}` : last;
  return stem.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '') || 'dependencies';
}
