import { app, Menu } from 'electron';

/**
 * No menu: the window has its own buttons. Asked before the app is ready, which spares Electron a
 * menu of its own. macOS takes the keys for copy and paste from a menu, so there it gets two.
 */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(null);
  if (platform !== 'darwin') return;
  app.once('ready', () =>
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }])),
  );
}
