/** How fast help is needed; the most urgent first. */
export const URGENCIES = ['emergency', 'urgent', 'soon'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** When to stop, and whom to call. */
export const RED_FLAGS = {
  title: 'When to stop, and whom to call',
  lead: 'Stop and get help when you notice one of these.',
  levels: {
    emergency: {
      title: 'Call the emergency number now',
      numbers: '112 in Europe, 911 in North America, 999 in the UK',
      signs: ['One calf is swollen, warm, red or throbbing, and you are short of breath or your chest hurts.'],
    },
    urgent: {
      title: 'Go to urgent care today',
      numbers: null,
      signs: [
        'One calf is swollen, warm, red or throbbing.',
        'You felt a snap or a pop, or a sudden pain in the heel or calf.',
        'You cannot stand on tiptoe or push off.',
      ],
    },
    soon: {
      title: 'See a physical therapist or a doctor soon',
      numbers: null,
      signs: ['Your calf is no better after two weeks, or keeps going tight. The cause may lie in your back.'],
    },
  } satisfies Record<Urgency, { title: string; numbers: string | null; signs: readonly string[] }>,
  noDoctor: 'Soleus is a coach, not a doctor. It never says what you have.',
  read: 'I have read this',
  close: 'Close',
};
