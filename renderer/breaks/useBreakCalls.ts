import { useEffect, useRef } from 'react';
import type { BreakSettings } from '../../shared/breaks/breakSettings.ts';
import type { BreaksView } from '../../shared/breaks/breaksView.ts';
import { sharedCuePlayer } from '../audio/cuePlayer.ts';
import type { BreakWatch } from '../breakWatch.ts';
import { text } from '../messages/en.ts';
import { blockOf } from './atHand.ts';

interface Caller {
  readonly watch: BreakWatch;
  readonly settings: Pick<BreakSettings, 'sound' | 'soundVolume'>;
  /** Shows a notice of the system: where no host does. */
  readonly notifies: boolean;
  readonly sounds: boolean;
}

/** Calls the person when a break is announced or offered: each once, with a notice and a sound. */
export function useBreakCalls({ watch, settings, notifies, sounds }: Caller): void {
  const { sound, soundVolume } = settings;
  const heard = useRef<BreaksView['stage'] | null>(null);
  useEffect(() => {
    let notice: Notification | null = null;
    const hear = (): void => {
      const { view } = watch.snapshot();
      if (!view || view.stage === heard.current) return;
      const { stage } = view;
      heard.current = stage;
      notice?.close();
      notice = null;
      if (stage !== 'warned' && stage !== 'offered') return;
      if (notifies) notice = showNotice(view);
      // Nobody else in the call need hear it.
      if (sounds && sound && stage === 'offered' && !view.dose.isSilent) sharedCuePlayer().chime(soundVolume);
    };
    const stop = watch.subscribe(hear);
    hear();
    return () => {
      stop();
      notice?.close();
    };
  }, [watch, sound, soundVolume, notifies, sounds]);
}

/** Not while the person looks at the page: the break is there already. */
function showNotice(view: BreaksView): Notification | null {
  const block = blockOf(view);
  const { called } = text.breaks;
  if (!block || document.hasFocus() || !('Notification' in window) || Notification.permission !== 'granted')
    return null;
  const notice = new Notification(view.stage === 'warned' ? called.warnedSoon : called.offered, {
    body: text.breaks.what(block),
    tag: 'soleus-break',
    silent: true,
  });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
  return notice;
}
