import { EventEmitter } from 'node:events';
import type { Rectangle } from 'electron';

/** A stand-in for a window of Electron's. Like the real one it answers nothing any more once it is closed. */
export class WindowDouble extends EventEmitter {
  readonly options: Record<string, unknown>;
  readonly calls: string[] = [];
  url = '';
  bounds: Rectangle;
  minimized = false;
  visible = false;
  destroyed = false;
  peerPolicy = '';
  openHandler: (() => { action: string }) | null = null;
  readonly webContents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => { action: string }): void => {
      this.openHandler = handler;
    },
    setWebRTCIPHandlingPolicy: (policy: string): void => {
      this.peerPolicy = policy;
    },
    executeJavaScript: async (script: string): Promise<void> => this.heed(script),
  });

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    this.bounds = { x: 0, y: 0, width: 800, height: 600, ...options };
  }

  async loadURL(url: string): Promise<void> {
    this.url = url;
  }
  show(): void {
    this.heed('show');
    this.visible = true;
    this.emit('show');
  }
  showInactive(): void {
    this.heed('showInactive');
    this.visible = true;
    this.emit('show');
  }
  focus(): void {
    this.heed('focus');
  }
  restore(): void {
    this.heed('restore');
    this.minimized = false;
    this.emit('restore');
  }
  close(): void {
    this.heed('close');
    this.destroyed = true;
    this.emit('closed');
  }
  setBounds(bounds: Rectangle): void {
    this.heed('setBounds');
    this.bounds = bounds;
  }
  getBounds(): Rectangle {
    const { x, y, width, height } = this.bounds;
    return { x, y, width, height };
  }
  isVisible(): boolean {
    return this.visible;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }

  private heed(call: string): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.calls.push(call);
  }
}
