import type { CSSProperties } from 'react';
import { Tab, TabList } from 'react-aria-components';
import type { RungView } from '../../shared/progression/ladder.ts';
import { isHop } from '../../shared/progression/rungs.ts';
import { text } from '../messages/en.ts';

/** The rungs as steps that rise from left to right; the state of each is said, drawn and coloured. */
export function RungPath({ rungs }: { readonly rungs: readonly RungView[] }) {
  return (
    <TabList className="rung-path" aria-label={text.ladder.rungs}>
      {rungs.map((view, place) => (
        <Tab
          key={view.rung}
          id={view.rung}
          className={`rung rung-${stateOf(view)}${isHop(view.rung) ? ' rung-hop' : ''}`}
          style={{ '--place': place } as CSSProperties}
        >
          <span className="rung-state">
            <Sign view={view} />
            {text.ladder.state(view)}
          </span>
          <strong>{text.exercise(view.rung).name}</strong>
        </Tab>
      ))}
    </TabList>
  );
}

function stateOf({ isCurrent, state }: RungView): 'current' | 'open' | 'closed' {
  return isCurrent ? 'current' : state;
}

const SIGN = {
  open: 'M5 12.5 10 17.5 19 7',
  closed: 'M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13Z',
  current: 'M12 21s7-6.2 7-11.4A7 7 0 0 0 5 9.6C5 14.8 12 21 12 21ZM12 7.5a2 2 0 1 0 0 4.2 2 2 0 0 0 0-4.2',
} as const;

function Sign({ view }: { readonly view: RungView }) {
  return (
    <svg className="rung-sign" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGN[stateOf(view)]} />
    </svg>
  );
}
