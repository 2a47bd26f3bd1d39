import { contextBridge, ipcRenderer } from 'electron';
import { createApi } from './ipc-schema.ts';

const api = createApi({
  invoke: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
  listen: (channel, listener) => {
    const relay = (_event: unknown, value: unknown) => listener(value);
    ipcRenderer.on(channel, relay);
    return () => ipcRenderer.removeListener(channel, relay);
  },
});

contextBridge.exposeInMainWorld('mittente', api);
