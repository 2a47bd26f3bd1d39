// The least program that shows a page with a heading and a button: what Electron itself costs.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1000, height: 720, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(process.resourcesPath, 'bare.html'));
});
