import type { Notification } from 'electron';
import { type BreakAction, SNOOZE_MINUTES } from '../shared/breaks/breakState.ts';
import type { BreaksView } from '../shared/breaks/breaksView.ts';
import { BREAK_WORDS, doseWords, outlookWords } from '../shared/breaks/breakWords.ts';

export interface BreakNotification {
  /** Replaces the one before. */
  show(view: BreaksView): void;
  close(): void;
}

interface NotificationOptions {
  readonly platform: NodeJS.Platform;
  readonly act: (act: BreakAction) => void;
  readonly open: () => void;
}

/** The system's own notification: a click opens the break. Its buttons are on macOS and Windows only. */
export function createBreakNotification(
  SystemNotification: typeof Notification,
  { platform, act, open }: NotificationOptions,
): BreakNotification {
  const hasButtons = platform === 'darwin' || platform === 'win32';
  // Kept, for a notification that nobody holds takes its clicks with it.
  let shown: Notification | null = null;

  function close(): void {
    shown?.close();
    shown = null;
  }

  return {
    close,
    show: (view) => {
      close();
      if (!SystemNotification.isSupported()) return;
      const buttons = hasButtons ? buttonsFor(view) : [];
      const actions = buttons.map(({ text }) => ({ type: 'button', text }) as const);
      const { name, purpose } = doseWords(view);
      // The page plays the sound of breaks, with its own volume.
      shown = new SystemNotification({
        title: outlookWords(view),
        body: view.why === 'offered' ? purpose : name,
        silent: true,
        actions,
      });
      shown.on('click', open);
      shown.on('action', ({ actionIndex }) => {
        const button = buttons[actionIndex];
        if (button) act(button.act);
      });
      shown.show();
    },
  };
}

function buttonsFor({ snoozesLeft }: BreaksView): { text: string; act: BreakAction }[] {
  return [
    { text: BREAK_WORDS.startNow, act: { action: 'start-now' } },
    ...(snoozesLeft > 0
      ? SNOOZE_MINUTES.map((minutes) => ({
          text: BREAK_WORDS.snooze(minutes),
          act: { action: 'snooze', minutes } as const,
        }))
      : []),
  ];
}
