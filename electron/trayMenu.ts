import { type BreakAction, PAUSES, SNOOZE_MINUTES } from '../shared/breaks/breakState.ts';
import type { BreaksView } from '../shared/breaks/breaksView.ts';
import { BREAK_WORDS, outlookWords, timeToWords } from '../shared/breaks/breakWords.ts';

/** What an item of the tray does. */
export type TrayCommand =
  | { readonly act: BreakAction }
  | { readonly open: 'app' | 'breaks' | 'break' }
  | { readonly quit: true };

export type TrayItem =
  | 'line'
  | { readonly label: string; readonly command: TrayCommand }
  | { readonly label: string; readonly items: readonly TrayItem[] }
  /** Only tells something. */
  | { readonly label: string };

export const TRAY_WORDS = {
  showBreak: 'Show the break',
  open: 'Open Soleus',
  breaks: 'Breaks and their settings',
  quit: 'Quit Soleus',
  unreadable: 'The breaks cannot be read. Open Soleus to see why.',
};

/** The menu of the tray; null where the breaks cannot be read. */
export function trayMenu(view: BreaksView | null): TrayItem[] {
  return [
    { label: trayTip(view) },
    ...(view ? breakItems(view) : []),
    'line',
    { label: TRAY_WORDS.open, command: { open: 'app' } },
    ...(view ? [{ label: TRAY_WORDS.breaks, command: { open: 'breaks' } } as const] : []),
    'line',
    { label: TRAY_WORDS.quit, command: { quit: true } },
  ];
}

/** What the tray says when the pointer rests on it. */
export function trayTip(view: BreaksView | null): string {
  return view ? outlookWords(view) : TRAY_WORDS.unreadable;
}

/** What stands beside the icon in the menu bar: `12 min`; nothing while nothing is counted down. */
export function trayTitle(view: BreaksView | null): string {
  const isCounting = view?.why === 'interval' || view?.why === 'warned' || view?.why === 'snoozed';
  return isCounting && view.nextAtMs !== null ? timeToWords(view.nextAtMs - view.nowMs) : '';
}

function breakItems(view: BreaksView): TrayItem[] {
  const item = (label: string, act: BreakAction): TrayItem => ({ label, command: { act } });
  const later = [
    ...SNOOZE_MINUTES.map((minutes) => item(BREAK_WORDS.snooze(minutes), { action: 'snooze', minutes })),
    item(BREAK_WORDS.smaller, { action: 'smaller-dose' }),
  ];
  const pauses = PAUSES.map((length) => item(BREAK_WORDS.pauseFor[length], { action: 'pause', for: length }));
  return [
    'line',
    view.stage === 'taking'
      ? { label: TRAY_WORDS.showBreak, command: { open: 'break' } }
      : item(BREAK_WORDS.startNow, { action: 'start-now' }),
    ...(view.snoozesLeft > 0 ? later : []),
    ...(view.why === 'switched-off'
      ? []
      : [view.isPaused ? item(BREAK_WORDS.resume, { action: 'resume' }) : { label: BREAK_WORDS.pause, items: pauses }]),
  ];
}
