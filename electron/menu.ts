import { Menu } from 'electron';

/**
 * No menu: the window has its own buttons. macOS takes the keys for copy and paste from a menu,
 * so there it keeps the two that the system expects.
 */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }])
      : null,
  );
}
