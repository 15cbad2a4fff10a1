/** What helps to find a fault of Soleus, for whoever asks for help. */
export const diagnosticsText = {
  title: 'When something does not work',
  lead: 'Soleus keeps a small log on this machine: what went wrong, where in the program, and when. Nothing about you and your training is in it, and it goes nowhere by itself.',
  show: 'Show the diagnostics',
  hide: 'Hide them',
  shown: 'This, and nothing else, is what will be copied.',
  label: 'Diagnostics',
  copy: 'Copy diagnostics',
  copied: 'Copied.',
  notCopied: 'Soleus may not copy here. The text is selected: copy it with Ctrl + C, on a Mac with ⌘ C.',
};
