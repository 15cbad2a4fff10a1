/** The chapters of the manual, in their order; each is a file in `docs/manual`. */
export const CHAPTERS = [
  'camera',
  'counting',
  'today',
  'sessions',
  'ladder',
  'data',
  'files',
  'breaks',
  'install',
  'troubleshooting',
] as const;
export type ChapterId = (typeof CHAPTERS)[number];

/** A chapter of the manual, or one of its headings by its slug. */
export interface ManualPlace {
  readonly chapter: ChapterId;
  readonly heading?: string;
}

/** What a heading is called in a link, as GitHub makes it, so that the same links work there. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** In the manual, in place of what is only known while Soleus runs. */
export const UNKNOWN = '…';

/** Where the manual explains a sentence that the app shows. */
export function explanationOf(sentence: string): ManualPlace {
  return { chapter: 'troubleshooting', heading: slugOf(sentence) };
}
