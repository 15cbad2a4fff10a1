import { useEffect } from 'react';
import { ALL_GOOD, type SessionState } from '../../shared/session/session.ts';
import type { LiveSession } from './liveSession.ts';

/** What each key does while something runs, as `KeyboardEvent.key` names it; letters in either case. */
export const SESSION_KEYS = {
  next: [' ', 'PageDown'],
  moreRest: ['m', 'PageUp'],
  menu: ['Escape', 'b', '.'],
  addRep: ['+', '='],
  removeRep: ['-', '−'],
  allGood: ['g'],
} as const;

/**
 * The keyboard and the clicker of a session. A clicker has four keys: "next" (PageDown) and "back" (PageUp) work as space and
 * M while something runs, and go from choice to choice in the menu and at the end; "black" (B or .) opens the menu, and
 * presses what has the focus there; the last one is escape. Keys are never taken from a field that is typed in.
 */
export function useSessionKeys(session: LiveSession, hasLetterKeys: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      // As it is now: with each picture there is another state, and the keys need not be listened to anew.
      const state = session.snapshot().session;
      const isChoosing = state.hold === 'menu' || state.stage.name === 'end';
      if (isChoosing ? !choose(event, state) : !act(event, state)) return;
      // A focused button must not be pressed as well.
      event.preventDefault();
      event.stopPropagation();
    };
    const act = (event: KeyboardEvent, state: SessionState): boolean => {
      if (hasOwnKeys(event.target) || (isLetter(event.key) && !hasLetterKeys)) return false;
      const input = inputFor(event, session, state);
      if (input) session.send(input);
      return input !== null;
    };
    const choose = (event: KeyboardEvent, state: SessionState): boolean => {
      // The manual, or when to stop, over the end of a session.
      if (event.target instanceof HTMLElement && event.target.closest('[role="dialog"]')) return false;
      const isTyping = event.target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(event.target.type);
      if (event.key === 'PageDown' || event.key === 'PageUp') return moveFocus(event.key === 'PageDown' ? 1 : -1);
      if (isBlack(event.key) && !isTyping && document.activeElement instanceof HTMLElement) {
        document.activeElement.click();
        return true;
      }
      const last = state.outcomes.at(-1);
      if (state.hold === 'menu' || isTyping || !hasLetterKeys || !isOf('allGood', event.key) || !last) return false;
      session.send({ type: 'check-in', key: last.key, answers: ALL_GOOD });
      return true;
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [session, hasLetterKeys]);
}

type Input = Parameters<LiveSession['send']>[0] | null;

function inputFor({ key, target }: KeyboardEvent, session: LiveSession, state: SessionState): Input {
  const isResting = state.stage.name === 'rest';
  const last = state.outcomes.at(-1);
  if (key === ' ' && isControl(target)) return null;
  if (isOf('next', key)) return { type: 'next' };
  if (isOf('moreRest', key)) return isResting ? { type: 'more-rest' } : null;
  if (isOf('menu', key)) return { type: 'menu' };
  if (isOf('addRep', key)) return correction(1, session);
  if (isOf('removeRep', key)) return correction(-1, session);
  return isOf('allGood', key) && isResting && last ? { type: 'check-in', key: last.key, answers: ALL_GOOD } : null;
}

function isOf(name: keyof typeof SESSION_KEYS, key: string): boolean {
  const keys: readonly string[] = SESSION_KEYS[name];
  return keys.includes(key) || keys.includes(key.toLowerCase());
}

function correction(change: 1 | -1, session: LiveSession): Input {
  return { type: 'set', input: { type: 'correct', change, nowMs: session.frameMs() } };
}

function isBlack(key: string): boolean {
  return key !== 'Escape' && isOf('menu', key);
}

/** Keys of one sign can be turned off: whoever speaks to the machine may type them without wanting to (WCAG 2.1.4). */
function isLetter(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

/** Who has walked to a control by keyboard wants space to press it; a click before it does not count. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches(':focus-visible') && target.closest('button, input') !== null;
}

/** In a field, or in a dialog that has its own keys. */
function hasOwnKeys(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && target.closest('[role="dialog"], [role="alertdialog"]')) return true;
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
}

const CHOICES = 'button:not([disabled]), input:not([disabled]), summary';

/** To the next or the last choice of the menu, or of the page where there is none. */
function moveFocus(by: 1 | -1): boolean {
  const within = document.querySelector('[role="alertdialog"]') ?? document.querySelector('main');
  const choices = [...(within?.querySelectorAll<HTMLElement>(CHOICES) ?? [])];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? choices.indexOf(activeElement) : -1;
  choices.at((at + by + choices.length) % choices.length)?.focus();
  return choices.length > 0;
}
