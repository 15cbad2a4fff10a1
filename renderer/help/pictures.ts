/** The pictures of the manual, made by `npm run screens`; only those that a chapter shows are built into the page. */
export const PICTURE_FILES = import.meta.glob<string>(
  '../../docs/screens/{break-prompt,breaks,checks,compare,counting,go,history,ladder,log,problem-explained,programme,report,rest,session-past,set-done,set-up,settings,today-empty,trends}-{light,dark}.jpg',
  {
    eager: true,
    query: '?url',
    import: 'default',
  },
);

export interface Picture {
  readonly light: string;
  readonly dark: string;
}

/** The picture that a chapter shows by its light version, `../screens/counting-light.jpg`; null for any other file. */
export function pictureOf(href: string): Picture | null {
  const [, name] = /^\.\.\/screens\/([a-z-]+)-light\.jpg$/.exec(href) ?? [];
  const [light, dark] = ['light', 'dark'].map((scheme) => PICTURE_FILES[`../../docs/screens/${name}-${scheme}.jpg`]);
  return light && dark ? { light, dark } : null;
}
