import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, type Bridge, CALL_CHANNEL } from '../shared/contract/bridge.ts';

contextBridge.exposeInMainWorld(BRIDGE_NAME, {
  call: (name, request) => ipcRenderer.invoke(CALL_CHANNEL, name, request),
} satisfies Bridge);
