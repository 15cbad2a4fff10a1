/** Around every chart. */
export const chartsText = {
  keys: (title: string) => `${title}: values one by one, with the arrow keys`,
  hint: 'Point at the picture, or use the arrow keys, for single values.',
  table: 'Show the figures',
  tableOf: (title: string) => `${title}, the figures`,
  /** @param series null where there is only one */
  value: (series: string | null, value: string) => (series === null ? value : `${series.toLowerCase()} ${value}`),
  at: (place: string, values: readonly string[]) => `${place}: ${values.join(', ')}`,
};
