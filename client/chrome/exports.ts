/** The files that a view can be taken away as: made from the scene on show, by the same code as the command line's. */
import { toDot } from '../../drawing/formats/dot.ts';
import { toJson } from '../../drawing/formats/json.ts';
import { toSvg } from '../../drawing/formats/svg.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import type { View } from '../../graph/view/types.ts';
import { projectName } from '../state/source-words.ts';
import { fileStem, saveFile } from './save.ts';

export interface ExportItem {
  readonly name: string;
  readonly note: string;
  readonly run: () => void;
}

/** What the Export menu offers. */
export function exportItems(view: View, scene: Scene): readonly ExportItem[] {
  const stem = fileStem(projectName(view.model) ?? '');
  const svg = (theme: 'light' | 'dark' | 'auto', name: string) => (): void => {
    saveFile(`${stem}${name}.svg`, 'image/svg+xml', toSvg(scene, { theme }));
  };
  return [
    { name: 'SVG, light', note: '.svg', run: svg('light', '') },
    { name: 'SVG, dark', note: '.svg', run: svg('dark', '-dark') },
    { name: 'SVG, as its reader prefers', note: '.svg', run: svg('auto', '-auto') },
    {
      name: 'Graphviz',
      note: '.dot',
      run: () => {
        saveFile(`${stem}.dot`, 'text/vnd.graphviz', toDot(scene));
      },
    },
    {
      name: 'Data of this view',
      note: '.json',
      run: () => {
        saveFile(`${stem}.json`, 'application/json', toJson(view));
      },
    },
  ];
}
