import type { CatalogueId } from '../../shared/exercises/exerciseIds.ts';
import type { Block } from '../../shared/session/sessionPlan.ts';
import { UNKNOWN } from '../help/places.ts';
import { text } from '../messages/en.ts';
import { Button } from '../ui/Button.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import { closedNamesIn } from './blockWords.ts';
import './blocks.css';

interface StartOrWhyNotProps {
  readonly blocks: readonly Block[];
  readonly closedHops: readonly CatalogueId[];
  /** Of the session, where several stand beside each other; the only one on a screen has none, and the largest button. */
  readonly name?: string;
  onStart(source: 'camera' | 'athlete'): void;
}

/** The way into a session, or, where it holds a hop that is still closed, the reason why there is none. */
export function StartOrWhyNot({ blocks, closedHops, name, onStart }: StartOrWhyNotProps) {
  const closed = closedNamesIn(blocks, closedHops);
  if (closed.length > 0)
    return <TroubleNotice sentence={text.blocks.cannotStart(closed)} entry={text.blocks.cannotStart([UNKNOWN])} />;
  const isOnly = name === undefined;
  return (
    <div className={isOnly ? 'start-only' : 'row'}>
      <Button
        look="primary"
        large={isOnly}
        onPress={() => onStart('camera')}
        {...(!isOnly && { 'aria-label': text.blocks.startOf(name) })}
      >
        {text.blocks.start}
      </Button>
      <Button
        look="quiet"
        onPress={() => onStart('athlete')}
        {...(!isOnly && { 'aria-label': text.blocks.demoOf(name) })}
      >
        {text.blocks.demo}
      </Button>
    </div>
  );
}
