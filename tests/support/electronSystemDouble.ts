import { EventEmitter } from 'node:events';
import type {
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NotificationConstructorOptions,
  Point,
  Rectangle,
} from 'electron';

/** The parts of the Electron double behind which is the desktop: tray, notifications, power, displays. */
export interface SystemParts {
  readonly trays: TrayDouble[];
  readonly notifications: NotificationDouble[];
  readonly questions: QuestionDouble[];
  readonly power: PowerDouble;
  readonly screen: ScreenDouble;
  /** Null: Electron's own. */
  appMenu: MenuItemConstructorOptions[] | null;
}

export class TrayDouble extends EventEmitter {
  readonly icon: string;
  menu: MenuItemConstructorOptions[] = [];
  /** How often the menu was set. */
  menus = 0;
  tip = '';
  title = '';

  constructor(icon: string) {
    super();
    this.icon = icon;
  }
  setContextMenu(menu: MenuItemConstructorOptions[]): void {
    this.menu = menu;
    this.menus += 1;
  }
  setToolTip(tip: string): void {
    this.tip = tip;
  }
  setTitle(title: string): void {
    this.title = title;
  }

  /** Chooses an item, in a submenu as well. */
  choose(label: string): void {
    const all = this.menu.flatMap((item) => [item, ...((item.submenu as MenuItemConstructorOptions[]) ?? [])]);
    const click = all.find((item) => item.label === label)?.click as (() => void) | undefined;
    if (!click) throw new Error(`There is no “${label}” to choose.`);
    click();
  }
}

/** A question in a window of the system's own. */
export interface QuestionDouble {
  readonly options: MessageBoxOptions;
  /** Presses the button of this name. */
  answer(button: string): Promise<void>;
}

export class NotificationDouble extends EventEmitter {
  readonly options: NotificationConstructorOptions;
  isShown = false;

  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  show(): void {
    this.isShown = true;
  }
  close(): void {
    this.isShown = false;
  }
}

export class PowerDouble extends EventEmitter {
  idleSeconds = 10;
  idleState = 'active';
  /** How often it was asked. */
  reads = 0;

  getSystemIdleTime(): number {
    this.reads += 1;
    return this.idleSeconds;
  }
  getSystemIdleState(): string {
    return this.idleState;
  }
}

export class ScreenDouble extends EventEmitter {
  cursor: Point = { x: 100, y: 100 };
  /** The work area of each display. */
  areas: Rectangle[] = [{ x: 0, y: 0, width: 1440, height: 860 }];

  getCursorScreenPoint(): Point {
    return this.cursor;
  }
  getDisplayNearestPoint(point: Point): { workArea: Rectangle } {
    return { workArea: this.nearest(point) };
  }
  getDisplayMatching({ x, y, width, height }: Rectangle): { workArea: Rectangle } {
    return { workArea: this.nearest({ x: x + width / 2, y: y + height / 2 }) };
  }

  private nearest({ x, y }: Point): Rectangle {
    const outside = (at: number, from: number, length: number): number => Math.max(from - at, 0, at - from - length);
    const distance = (area: Rectangle): number => outside(x, area.x, area.width) + outside(y, area.y, area.height);
    const [nearest] = [...this.areas].sort((a, b) => distance(a) - distance(b));
    if (!nearest) throw new Error('There is no display.');
    return nearest;
  }
}

export function systemParts(): { parts: SystemParts; electron: object } {
  const trays: TrayDouble[] = [];
  const notifications: NotificationDouble[] = [];
  const questions: QuestionDouble[] = [];
  const power = new PowerDouble();
  const screen = new ScreenDouble();
  const parts: SystemParts = { trays, notifications, questions, power, screen, appMenu: null };
  const electron = {
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (template: MenuItemConstructorOptions[]) => {
        parts.appMenu = template;
      },
    },
    Tray: class extends TrayDouble {
      constructor(icon: string) {
        super(icon);
        trays.push(this);
      }
    },
    Notification: class extends NotificationDouble {
      static isSupported(): boolean {
        return true;
      }
      constructor(options: NotificationConstructorOptions) {
        super(options);
        notifications.push(this);
      }
    },
    dialog: {
      showMessageBox: (options: MessageBoxOptions) =>
        new Promise((resolve) => {
          const answer = async (button: string): Promise<void> => {
            resolve({ response: options.buttons?.indexOf(button) });
            await new Promise((done) => setImmediate(done));
          };
          questions.push({ options, answer });
        }),
    },
    powerMonitor: power,
    screen,
  };
  return { parts, electron };
}
