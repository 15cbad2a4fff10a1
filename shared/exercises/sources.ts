/** Where what is coached comes from. The app shows it beside each dose. */
export const SOURCE_IDS = [
  'runners-world',
  'forefront',
  'sparcc',
  'kaselj',
  'runners-lab',
  'silbernagel',
  'alfredson',
  'hebert-losier',
  'practice',
] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

export interface Source {
  /** As it stands beside a dose. */
  readonly name: string;
  readonly work: string;
}

export const SOURCES: Record<SourceId, Source> = {
  'runners-world': { name: 'Runner’s World', work: 'Article on tight calves, with Whitley, Bui and Vasudevan' },
  forefront: { name: 'Forefront', work: 'Article on tight calves and back pain' },
  sparcc: { name: 'SPARCC', work: 'Article on calf tightness and back pain' },
  kaselj: { name: 'Rick Kaselj', work: 'Article on calf tightness and back pain' },
  'runners-lab': { name: 'The Runner’s Lab', work: 'Blog of 14 December 2023 on the stack, the pelvis and the glutes' },
  silbernagel: {
    name: 'Silbernagel 2007',
    work: 'Continued sports activity during Achilles rehabilitation, Am J Sports Med',
  },
  alfredson: { name: 'Alfredson 1998', work: 'Heavy-load eccentric calf muscle training, Am J Sports Med' },
  'hebert-losier': {
    name: 'Hébert-Losier 2017',
    work: 'Reliability and norms of the standing heel-rise test, Physiotherapy, n = 566',
  },
  practice: { name: 'Usual practice', work: 'Our own choice where no source names a figure' },
};
