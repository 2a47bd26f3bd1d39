import { once } from 'node:events';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, session, type WebContents } from 'electron';
import { confined } from './confined.ts';
import { PAGE_URL } from './page.ts';
import { servePage } from './protocol.ts';

const SIZE = { width: 1000, height: 720 };
const LEAST = { width: 800, height: 600 };
const MAX_ZOOM = 3;

/** The window's colour before the page paints, so that it does not flash. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#292929' : '#ffffff');

/**
 * The one window. Its session lives in memory: nothing that the page handles reaches the disk.
 * `folder` holds the built program: `preload.cjs` and `renderer/`. `onProgram` is called when the page's
 * program was sent: the page's process is then busy with itself for a while, and asks for nothing.
 */
export function openWindow(folder: string, onProgram: () => void): BrowserWindow {
  const own = session.fromPartition('window');
  servePage(own, join(folder, 'renderer'), onProgram);

  // 1366x768 at 125 % leaves less than the least height: the screen wins.
  const room = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(SIZE.width, room.width),
    height: Math.min(SIZE.height, room.height),
    minWidth: Math.min(LEAST.width, room.width),
    minHeight: Math.min(LEAST.height, room.height),
    show: false,
    title: app.getName(),
    backgroundColor: background(),
    autoHideMenuBar: true,
    webPreferences: { ...confined(own), preload: join(folder, 'preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  const repaint = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  zoomByKeyboard(window.webContents);
  // Rejects too when the window is closed or loaded again meanwhile; `tellFailedLoad` knows better.
  window.loadURL(PAGE_URL).catch(() => undefined);
  return window;
}

/** Resolves when the window is there to be seen: true; or was closed before it was: false. */
export async function whenShown(window: BrowserWindow): Promise<boolean> {
  if (window.isDestroyed()) return false;
  if (window.isVisible()) return true;
  return Promise.race([
    once(window, 'show').then(() => true),
    once(window, 'closed').then(() => false),
  ]);
}

/** Shows and focuses the window, wherever it was put. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Ctrl with +, - and 0, which a menu would bring: there is none. */
function zoomByKeyboard(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !(input.control || input.meta) || input.alt) return;
    const factor = nextZoom(input.key, contents.getZoomFactor());
    if (factor === null) return;
    event.preventDefault();
    contents.setZoomFactor(factor);
  });
}

function nextZoom(key: string, factor: number): number | null {
  if (key === '0') return 1;
  if (key === '+' || key === '=') return Math.min(MAX_ZOOM, factor + 0.25);
  return key === '-' ? Math.max(1, factor - 0.25) : null;
}
