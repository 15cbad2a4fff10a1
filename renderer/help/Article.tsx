import type { Section } from './chapters.ts';
import { Passage } from './Passage.tsx';
import type { ChapterId, ManualPlace } from './places.ts';
import './article.css';

interface ArticleProps {
  readonly chapter: ChapterId;
  readonly sections: readonly Section[];
  /** The heading of the first section stands elsewhere, as in a dialog. */
  readonly isUntitled?: boolean;
  onGo(place: ManualPlace): void;
}

const LEVELS = ['h2', 'h3', 'h4'] as const;

/** A part of the manual to read; its headings carry their slugs as ids and can take the focus. */
export function Article({ chapter, sections, isUntitled = false, onGo }: ArticleProps) {
  const top = sections[0]?.depth ?? 1;
  return (
    <article className="manual-text">
      {sections.map(({ slug, title, depth, tokens }, i) => {
        const Heading = LEVELS[depth - top] ?? 'h4';
        return (
          <div key={slug} className="manual-section">
            {(i > 0 || !isUntitled) && (
              <Heading id={`manual-${slug}`} tabIndex={-1}>
                {title}
              </Heading>
            )}
            <Passage tokens={tokens} chapter={chapter} onGo={onGo} />
          </div>
        );
      })}
    </article>
  );
}
