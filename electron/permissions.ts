import type { App, Session } from 'electron';
import { PAGE_ORIGIN } from '../shared/contract/bridge.ts';

/** Whatever window is ever opened, its page goes nowhere, opens nothing, and reaches nobody past the network's lock. */
export function guardContents(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // A peer connection obeys neither the content security policy nor webRequest; without a proxy it now finds no way out.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/** The page may use the camera, not the microphone, and copy a text when a button is pressed; everything else is refused, and so is the network. */
export function lockDown(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setSpellCheckerEnabled'
    | 'webRequest'
    | 'on'
  >,
): void {
  session.setPermissionRequestHandler((_contents, permission, grant, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    // Without any type it is the screen that is meant.
    const cameraOnly = permission === 'media' && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
    grant((cameraOnly || permission === COPYING) && isOwn(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      (permission === COPYING || (permission === 'media' && details.mediaType !== 'audio')) && isOwn(origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // What the page lets out goes through the services, into the folder that the person named.
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
    (_details, answer) => answer({ cancel: true }),
  );
}

const COPYING = 'clipboard-sanitized-write';

function isOwn(url: string): boolean {
  return url === PAGE_ORIGIN || url.startsWith(`${PAGE_ORIGIN}/`);
}
