/** What the Export menu offers on the weight view: the files that `modscope weight -o` writes, the same bytes. */
import { formatTable } from '../../drawing/formats/names.ts';
import type { WeightFormat } from '../../drawing/weight/data.ts';
import type { Model } from '../../graph/model/model.ts';
import type { View } from '../../graph/view/types.ts';
import { weightOf } from '../../graph/weight/weight.ts';
import type { ExportItem } from '../chrome/exports.ts';
import { fileStem, saveFile } from '../chrome/save.ts';
import { makeOwn, ownFile, renderOwn } from '../pictures/make.ts';
import type { Explorer } from '../state/explorer.svelte.ts';
import { projectName } from '../state/source-words.ts';
import { exportGroups, exportText } from '../words/exports.ts';
import { weightText } from '../words/weight.ts';

const picture = { kind: 'weight' } as const;

const pictures = [
  { name: exportText.svgLight, theme: 'light', format: 'svg' },
  { name: exportText.svgDark, theme: 'dark', format: 'svg' },
  { name: exportText.svgAuto, theme: 'auto', format: 'svg' },
  { name: exportText.pngLight, theme: 'light', format: 'png' },
  { name: exportText.pngDark, theme: 'dark', format: 'png' },
] as const;

const files: readonly { readonly format: WeightFormat; readonly ending: string; readonly type: string }[] = [
  { format: 'csv', ending: formatTable.csv.ending, type: formatTable.csv.type },
  { format: 'json', ending: formatTable.json.ending, type: formatTable.json.type },
  { format: 'markdown', ending: '.md', type: 'text/markdown' },
];

/** `view` is of the model on show; PNG needs a server. */
export function weightExportItems(makers: Pick<Explorer, 'picture' | 'fileFailed'>, view: View): readonly ExportItem[] {
  const { picture: ask } = makers;
  const keep = (name: string, made: Promise<Blob>): void => {
    made
      .then((blob) => {
        saveFile(name, blob);
      })
      .catch((error: unknown) => {
        makers.fileFailed(error);
      });
  };
  return [
    ...pictures
      .filter(({ format }) => format === 'svg' || ask !== undefined)
      .map(({ name, theme, format }): ExportItem => ({
        name,
        note: formatTable[format].ending,
        group: exportGroups.picture,
        server: format === 'png',
        picture: async () => (await makeOwn(view, picture, theme === 'auto' ? 'light' : theme)).svg,
        run: () => {
          const made =
            format === 'svg'
              ? makeOwn(view, picture, theme).then(({ svg }) => svg)
              : renderOwn(ask, view, picture, theme, format);
          keep(ownFile(view, picture, theme, format), made);
        },
      })),
    ...files.map(({ format, ending, type }): ExportItem => ({
      name: weightText.files[format],
      note: ending,
      group: exportGroups.data,
      run: () => {
        keep(`${fileStem(projectName(view.model) ?? '')}-weight${ending}`, dataOf(view.model, format, type));
      },
    })),
  ];
}

async function dataOf(model: Model, format: WeightFormat, type: string): Promise<Blob> {
  const { weightData } = await import('../../drawing/weight/data.ts');
  const mains = model.snapshot.mains.map(({ path }) => path);
  return new Blob([weightData(weightOf(model), mains, format)], { type });
}
