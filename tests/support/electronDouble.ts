import { EventEmitter } from 'node:events';
import type { DesktopElectron } from '../../electron/desktop.ts';

/**
 * A stand-in for as much of Electron as the desktop host uses. It keeps what it was told, so that a test can look at it
 * and play the part of the system: a second launch, a page that calls, a site that asks for the microphone.
 */
export interface ElectronDouble {
  readonly electron: DesktopElectron;
  readonly app: EventEmitter & { quits: number; paths: Record<string, string> };
  readonly windows: WindowDouble[];
  readonly schemes: unknown[];
  readonly handlers: Map<string, (...args: unknown[]) => unknown>;
  readonly protocols: Map<string, (request: Request) => Promise<Response>>;
  readonly session: SessionDouble;
  /** Lets the app become ready, and waits for what it does then. */
  becomeReady(): Promise<void>;
}

export class WindowDouble extends EventEmitter {
  readonly options: Record<string, unknown>;
  readonly calls: string[] = [];
  url = '';
  minimized = false;
  destroyed = false;
  openHandler: (() => { action: string }) | null = null;
  readonly webContents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => { action: string }): void => {
      this.openHandler = handler;
    },
  });

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
  }

  async loadURL(url: string): Promise<void> {
    this.url = url;
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.calls.push('restore');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
}

export interface SessionDouble {
  requestHandler?: (contents: null, permission: string, grant: (granted: boolean) => void, details: object) => void;
  checkHandler?: (contents: null, permission: string, origin: string, details: object) => boolean;
  spellChecker?: boolean;
  blocked?: { urls: string[]; cancels: boolean };
}

export function electronDouble({ isFirst = true } = {}): ElectronDouble {
  const windows: WindowDouble[] = [];
  const schemes: unknown[] = [];
  const handlers: ElectronDouble['handlers'] = new Map();
  const protocols: ElectronDouble['protocols'] = new Map();
  const session: SessionDouble = {};
  let ready: () => void = () => undefined;
  const whenReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const app = Object.assign(new EventEmitter(), {
    quits: 0,
    paths: {} as Record<string, string>,
    setPath: (name: string, path: string): void => {
      app.paths[name] = path;
    },
    requestSingleInstanceLock: () => isFirst,
    quit: (): void => {
      app.quits += 1;
    },
    getVersion: () => '0.0.0-test',
    whenReady: () => whenReady,
  });
  const electron = {
    app,
    BrowserWindow: class extends WindowDouble {
      constructor(options: Record<string, unknown>) {
        super(options);
        windows.push(this);
      }
    },
    ipcMain: { handle: (channel: string, handler: (...args: unknown[]) => unknown) => handlers.set(channel, handler) },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown[]) => schemes.push(...list),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => protocols.set(scheme, handler),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: NonNullable<SessionDouble['requestHandler']>) => {
          session.requestHandler = handler;
        },
        setPermissionCheckHandler: (handler: NonNullable<SessionDouble['checkHandler']>) => {
          session.checkHandler = handler;
        },
        setSpellCheckerEnabled: (enabled: boolean) => {
          session.spellChecker = enabled;
        },
        webRequest: {
          onBeforeRequest: (
            { urls }: { urls: string[] },
            listener: (details: object, answer: (a: { cancel: boolean }) => void) => void,
          ) =>
            listener({}, ({ cancel }) => {
              session.blocked = { urls, cancels: cancel };
            }),
        },
      },
    },
  };
  return {
    // The double is checked for what it is used for, by the tests; its shape cannot be all of Electron's.
    electron: electron as unknown as DesktopElectron,
    app,
    windows,
    schemes,
    handlers,
    protocols,
    session,
    becomeReady: async () => {
      ready();
      await whenReady;
      await Promise.resolve();
    },
  };
}
