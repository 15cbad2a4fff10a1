import { useEffect, useRef, useState } from 'react';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Article } from './Article.tsx';
import { chapterOf, sectionsAt } from './chapters.ts';
import type { ManualPlace } from './places.ts';

export interface HelpDialogProps {
  readonly place: ManualPlace;
  onClose(): void;
}

/** One place of the manual in a dialog; links in it lead on within it. */
export function HelpDialog({ place: first, onClose }: HelpDialogProps) {
  const [place, setPlace] = useState(first);
  const topRef = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is led on begins to read at the top
  useEffect(() => {
    topRef.current?.focus({ preventScroll: true });
    topRef.current?.parentElement?.scrollIntoView();
  }, [place]);
  const sections = sectionsAt(place);
  const chapter = chapterOf(place.chapter);
  const isPart = sections.length < chapter.sections.length;
  return (
    <Dialog title={sections[0]?.title ?? chapter.title} isOpen onClose={onClose}>
      <div ref={topRef} tabIndex={-1} className="manual-part">
        <Article chapter={place.chapter} sections={sections} isUntitled onGo={setPlace} />
      </div>
      <div className="row">
        <Button look="primary" onPress={onClose}>
          {text.manual.close}
        </Button>
        {isPart && (
          <Button look="quiet" onPress={() => setPlace({ chapter: place.chapter })}>
            {text.manual.wholeChapter(chapter.title)}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
