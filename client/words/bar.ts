/** What the bars above a view say, by key. */

export const barText = {
  reduce: 'Hide implied',
  foldLeaves: 'Fold leaves',
  closeCycles: 'Collapse cycles',
  show: 'Show',
  everything: 'everything',
  depth: 'Depth',
  group: 'Group',
  layout: 'Layout',
  limit: 'Max boxes',
  unlimited: 'no limit',
  clear: 'Clear filters',
  remove: 'Remove this filter',
  wrong: 'Not applied. Remove this filter',
  removeThe: 'Remove the filter',
} as const;
