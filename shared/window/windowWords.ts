/** The words of the desktop window for when its page cannot say anything any more. In English. */
export const PAGE_LOST = {
  title: 'The page of Soleus ended again and again',
  advice:
    'What was counted is saved. Perhaps the machine is short of memory: close other programs, then load the page again.',
  again: 'Load it again',
  close: 'Close the window',
} as const;
