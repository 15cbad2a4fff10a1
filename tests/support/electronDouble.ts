import { EventEmitter } from 'node:events';
import type { DesktopElectron } from '../../electron/desktopSystem.ts';
import { type SystemParts, systemParts } from './electronSystemDouble.ts';
import { WindowDouble } from './windowDouble.ts';

/**
 * A stand-in for as much of Electron as the desktop host uses. It keeps what it was told, so that a test can look at it
 * and play the part of the system: a second launch, a page that calls, a site that asks for the microphone.
 */
export interface ElectronDouble extends SystemParts {
  readonly electron: DesktopElectron;
  readonly app: AppDouble;
  readonly windows: WindowDouble[];
  readonly schemes: unknown[];
  readonly handlers: Map<string, (...args: unknown[]) => unknown>;
  readonly protocols: Map<string, (request: Request) => Promise<Response>>;
  readonly session: SessionDouble;
  /** Lets the app become ready, and waits for what it does then. */
  becomeReady(): Promise<void>;
}

export interface AppDouble extends EventEmitter {
  quits: number;
  exitCode: number | null;
  paths: Record<string, string>;
  userModelId: string | null;
  loginItem: object | null;
}

export interface SessionDouble {
  requestHandler?: (contents: null, permission: string, grant: (granted: boolean) => void, details: object) => void;
  checkHandler?: (contents: null, permission: string, origin: string, details: object) => boolean;
  deviceHandler?: () => boolean;
  spellChecker?: boolean;
  blocked?: { urls: string[]; cancels: boolean };
  /** Lets the page begin a download; whether it was stopped. */
  download?: () => boolean;
}

export interface DoubleOptions {
  readonly isFirst?: boolean;
  readonly isPackaged?: boolean;
  readonly version?: string;
  /** On macOS: whether it was the login that started the app. */
  readonly wasOpenedAtLogin?: boolean;
}

export function electronDouble(options: DoubleOptions = {}): ElectronDouble {
  const { isFirst = true, isPackaged = true, version = '0.0.0-test', wasOpenedAtLogin = false } = options;
  const windows: WindowDouble[] = [];
  const schemes: unknown[] = [];
  const handlers: ElectronDouble['handlers'] = new Map();
  const protocols: ElectronDouble['protocols'] = new Map();
  const session: SessionDouble = {};
  const system = systemParts();
  let ready: () => void = () => undefined;
  const whenReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const app = Object.assign(new EventEmitter(), {
    quits: 0,
    exitCode: null as number | null,
    paths: {} as Record<string, string>,
    userModelId: null as string | null,
    loginItem: null as object | null,
    isPackaged,
    setPath: (name: string, path: string): void => {
      app.paths[name] = path;
    },
    requestSingleInstanceLock: () => isFirst,
    quit: (): void => {
      app.quits += 1;
    },
    exit: (code: number): void => {
      app.exitCode = code;
    },
    getVersion: () => version,
    getAppPath: () => '/the/app',
    setAppUserModelId: (id: string): void => {
      app.userModelId = id;
    },
    setLoginItemSettings: (settings: object): void => {
      app.loginItem = settings;
    },
    getLoginItemSettings: () => ({ wasOpenedAtLogin }),
    whenReady: () => whenReady,
  });
  const open = (): WindowDouble[] => windows.filter((window) => !window.destroyed);
  const electron = {
    ...system.electron,
    app,
    BrowserWindow: class extends WindowDouble {
      constructor(windowOptions: Record<string, unknown>) {
        super(windowOptions);
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
        this.on('closed', () => {
          if (open().length === 0) app.emit('window-all-closed');
        });
      }
      static getAllWindows(): WindowDouble[] {
        return open();
      }
    },
    ipcMain: { handle: (channel: string, handler: (...args: unknown[]) => unknown) => handlers.set(channel, handler) },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown[]) => schemes.push(...list),
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) => protocols.set(scheme, handler),
    },
    session: { defaultSession: sessionParts(session) },
  };
  return Object.assign(system.parts, {
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
  });
}

function sessionParts(session: SessionDouble): object {
  return {
    setPermissionRequestHandler: (handler: NonNullable<SessionDouble['requestHandler']>) => {
      session.requestHandler = handler;
    },
    setPermissionCheckHandler: (handler: NonNullable<SessionDouble['checkHandler']>) => {
      session.checkHandler = handler;
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      session.deviceHandler = handler;
    },
    on: (_name: 'will-download', listener: (event: { preventDefault: () => void }) => void) => {
      session.download = () => {
        let isStopped = false;
        listener({
          preventDefault: () => {
            isStopped = true;
          },
        });
        return isStopped;
      };
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
  };
}
