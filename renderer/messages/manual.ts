/** Around the manual, which itself is in `docs/manual`. */
export const manualText = {
  title: 'Manual',
  contents: 'Chapters',
  search: 'Search the manual',
  searchHint: 'A word or two',
  clearSearch: 'Empty the search',
  found: (n: number) => (n === 0 ? 'Nothing found' : n === 1 ? 'Found in 1 place' : `Found in ${n} places`),
  nothingHint: 'Try another word, or fewer letters.',
  next: (title: string) => `Next: ${title}`,

  whatDoesThisMean: 'What does this mean?',
  help: {
    camera: 'How to set up your camera',
    ladder: 'What the gates mean',
    data: 'Where your data is, and how to move it',
    breaks: 'How breaks work',
  },
  wholeChapter: (title: string) => `The whole chapter: ${title}`,
  close: 'Close',
  unavailable: 'The manual cannot be opened just now. Try again, or open Soleus anew.',
};
