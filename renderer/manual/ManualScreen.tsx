import { useEffect, useRef, useState } from 'react';
import { Article } from '../help/Article.tsx';
import { chapterOf, MANUAL } from '../help/chapters.ts';
import { CHAPTERS, type ManualPlace } from '../help/places.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { findInManual, type Hit } from './find.ts';
import './manual.css';

/** The manual: its chapters, what is found in them, and the one that is read. */
export function ManualScreen() {
  const [place, setPlace] = useState<ManualPlace>({ chapter: CHAPTERS[0] });
  const [query, setQuery] = useState('');
  const readerRef = useRef<HTMLDivElement>(null);
  const isLed = useRef(false);
  // Whoever chose a place goes on reading there; when the screen opens, its beginning is shown.
  useEffect(() => {
    if (!isLed.current) return;
    const heading = place.heading ? `#manual-${CSS.escape(place.heading)}` : 'h2';
    readerRef.current?.querySelector<HTMLElement>(heading)?.focus();
    if (!place.heading) window.scrollTo(0, 0);
  }, [place]);
  const go = (next: ManualPlace): void => {
    isLed.current = true;
    setQuery('');
    setPlace(next);
  };
  const hits = query.trim() === '' ? null : findInManual(MANUAL, query);
  const { id, sections } = chapterOf(place.chapter);
  const following = MANUAL[CHAPTERS.indexOf(id) + 1];
  return (
    <div className="manual">
      <div className="stack manual-side">
        <h1>{text.manual.title}</h1>
        <SearchBox
          label={text.manual.search}
          hint={text.manual.searchHint}
          clear={text.manual.clearSearch}
          value={query}
          onChange={setQuery}
        />
        <Contents place={place} onGo={go} />
      </div>
      <div className="card manual-reader" ref={readerRef}>
        <p role="status" className="visually-hidden">
          {hits && text.manual.found(hits.length)}
        </p>
        {hits ? (
          <Found hits={hits} onGo={go} />
        ) : (
          <>
            <Article chapter={id} sections={sections} onGo={go} />
            {following && (
              <div className="row">
                <Button onPress={() => go({ chapter: following.id })}>{text.manual.next(following.title)}</Button>
              </div>
            )}
          </>
        )}
      </div>
    </div>
  );
}

interface GoProps {
  onGo(place: ManualPlace): void;
}

/** Every chapter, and the headings of the one that is open. */
function Contents({ place, onGo }: GoProps & { readonly place: ManualPlace }) {
  return (
    <nav aria-label={text.manual.contents}>
      <ol className="manual-contents">
        {MANUAL.map(({ id, title, sections }) => (
          <li key={id}>
            <Button
              look="quiet"
              onPress={() => onGo({ chapter: id })}
              {...(id === place.chapter && { 'aria-current': 'page' as const })}
            >
              {title}
            </Button>
            {id === place.chapter && (
              <ul className="manual-headings">
                {sections
                  .filter(({ depth }) => depth === 2)
                  .map(({ slug, title: heading }) => (
                    <li key={slug}>
                      <Button look="quiet" onPress={() => onGo({ chapter: id, heading: slug })}>
                        {heading}
                      </Button>
                    </li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Found({ hits, onGo }: GoProps & { readonly hits: readonly Hit[] }) {
  return (
    <div className="stack">
      <h2>{text.manual.found(hits.length)}</h2>
      {hits.length === 0 && <p>{text.manual.nothingHint}</p>}
      <ul className="manual-hits">
        {hits.map(({ chapter, section, extract }) => (
          <li key={`${chapter.id} ${section.slug}`}>
            <Button look="quiet" onPress={() => onGo({ chapter: chapter.id, heading: section.slug })}>
              {section.title}
            </Button>
            <p className="small soft">
              {chapter.title}
              {extract.length > 1 && <Extract parts={extract} />}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Extract({ parts }: { readonly parts: Hit['extract'] }) {
  return (
    <>
      {': '}
      {parts.map((part, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: every second one is a mark, and a new search makes new ones
        i % 2 === 0 ? part : <mark key={i}>{part}</mark>,
      )}
    </>
  );
}
