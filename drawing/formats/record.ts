/** What a file remembers of how it was made, so that `export --check` can say whether it is stale, and why. */
import { json } from '../../graph/json-text.ts';
import { release } from './release.ts';

/** Values of options by name; what has its default is there, too, so that a new default is seen. */
export type RecordOptions = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface PictureRecord {
  /** Version of modscope. */
  readonly modscope: string;
  /** `sha256:` of what is compared of the snapshot: graph/snapshot/compared.ts. */
  readonly snapshot: string;
  readonly options: RecordOptions;
  /** `sha256:` of the file itself (seal.ts); files of older releases have none. */
  readonly drawn?: string;
}

/** Stands where the digest of a file will stand. */
export const unsealed = `sha256:${'0'.repeat(64)}`;

/** A record of this release, for a file that is still to be drawn. */
export function recordOf(snapshot: string, options: RecordOptions): PictureRecord {
  return { modscope: release, snapshot, options, drawn: unsealed };
}

/**
 * One line of JSON in printable ASCII. What could end a comment, begin a directive or be markup in any of the formats is
 * written as \u00XX, so the same text stands in every one of them.
 */
export function recordText(record: PictureRecord): string {
  return json(record).replace(
    /[^ -~]|[<>&%'`#;()-]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The record in a text, or undefined where it is none. */
export function parseRecord(text: string): PictureRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is PictureRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'modscope' in value &&
    typeof value.modscope === 'string' &&
    'snapshot' in value &&
    typeof value.snapshot === 'string' &&
    'options' in value &&
    typeof value.options === 'object' &&
    value.options !== null
  );
}
