import type { BrowserWindow, Rectangle, Screen } from 'electron';
import { bringToFront, loadPage, type WindowCare, windowOptions } from './window.ts';

export interface BreakWindow {
  /** Opens it, or brings back the one that is open. Only who asked for it gets the keyboard with it. */
  open(isAsked: boolean): void;
  close(): void;
  /** The page shows that it is done and closes itself; it is closed if it does not. */
  closeSoon(): void;
}

export interface BreakWindowElectron {
  readonly BrowserWindow: typeof BrowserWindow;
  readonly screen: Screen;
}

const SIZE = { width: 420, height: 560 };
const MARGIN = 16;
const SOON_MS = 20_000;

/** The small window with the break: in a corner of the display where the pointer is, above the others where that works. */
export function createBreakWindow(
  { BrowserWindow: Window, screen }: BreakWindowElectron,
  care: WindowCare,
): BreakWindow {
  let window: BrowserWindow | null = null;
  let isDrawn = false;
  let wantsKeyboard = false;
  let closing: NodeJS.Timeout | undefined;

  /** A display went, came or changed: the window stays where it was as far as that is still on a screen. */
  function settle(): void {
    if (!window) return;
    const before = window.getBounds();
    const after = keptWithin(screen.getDisplayMatching(before).workArea, before);
    if (!isSame(before, after)) window.setBounds(after);
  }
  screen.on('display-added', settle);
  screen.on('display-removed', settle);
  screen.on('display-metrics-changed', settle);

  function openNew(): void {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const opened = new Window({
      ...windowOptions(care.preload),
      ...cornerOf(workArea),
      ...{ alwaysOnTop: true, maximizable: false, fullscreenable: false },
    });
    isDrawn = false;
    opened.once('ready-to-show', () => {
      isDrawn = true;
      if (wantsKeyboard) bringToFront(opened);
      else opened.showInactive();
    });
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    loadPage(opened, care, '#break');
    care.onOpen(opened);
    window = opened;
  }

  function close(): void {
    clearTimeout(closing);
    const closed = window;
    window = null;
    closed?.close();
  }

  return {
    close,
    open: (isAsked) => {
      clearTimeout(closing);
      if (!window) {
        wantsKeyboard = isAsked;
        openNew();
      } else if (!isDrawn) wantsKeyboard ||= isAsked;
      else if (isAsked) bringToFront(window);
      else window.showInactive();
    },
    closeSoon: () => {
      clearTimeout(closing);
      if (window) closing = setTimeout(close, SOON_MS);
    },
  };
}

/** In the lower right corner of an area, smaller where there is no room. */
export function cornerOf(area: Rectangle): Rectangle {
  const { width, height } = SIZE;
  const corner = { x: area.x + area.width - width - MARGIN, y: area.y + area.height - height - MARGIN };
  return keptWithin(area, { ...corner, width, height });
}

/** Moved, and made smaller, as little as puts it inside an area. */
export function keptWithin(area: Rectangle, bounds: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    x: Math.min(Math.max(bounds.x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(bounds.y, area.y), area.y + area.height - height),
    width,
    height,
  };
}

function isSame(a: Rectangle, b: Rectangle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
