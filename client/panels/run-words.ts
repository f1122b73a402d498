/** How the data was read, in a few words. */
import type { Model } from '../../graph/model/model.ts';
import type { Run } from '../../graph/wire.ts';
import { receiptText } from '../words/receipt.ts';

/** `go1.26.8 · linux/amd64 · no workspace`; for a sample or a file its name instead. */
export function runWords(run: Run, model: Model): string {
  if (run.go === undefined) return run.source;
  const platform = run.goos === undefined ? [] : [`${run.goos}/${run.goarch ?? '?'}`];
  const workspace = model.snapshot.work !== undefined ? (run.gowork ?? 'go.work') : receiptText.noWorkspace;
  return [`go${run.go}`, ...platform, workspace].join(' · ');
}
