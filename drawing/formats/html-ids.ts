/** Where the one HTML file keeps its data: ids of `<script type="application/json">`, for who writes it and for the page that reads it. */

export const htmlIds = { snapshot: 'modscope-snapshot', start: 'modscope-start', record: 'modscope-record' } as const;
