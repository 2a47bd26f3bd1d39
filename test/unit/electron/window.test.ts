import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { whenShown } from '../../../electron/window.ts';

vi.mock('electron', () => ({}));

/** As Electron's: whatever is asked of a window that is gone throws. */
class Window extends EventEmitter {
  gone = false;
  visible = false;
  isDestroyed = () => this.gone;
  isVisible() {
    if (this.gone) throw new TypeError('Object has been destroyed');
    return this.visible;
  }
  show() {
    this.visible = true;
    this.emit('show');
  }
  close() {
    this.gone = true;
    this.emit('closed');
  }
}

const waitFor = (window: Window) => whenShown(window as unknown as BrowserWindow);

describe('a window that is waited for', () => {
  it('is there already, or comes', async () => {
    const window = new Window();
    const comes = waitFor(window);
    window.show();
    expect(await comes).toBe(true);
    expect(await waitFor(window)).toBe(true);
  });

  it('is closed before it is shown, or was', async () => {
    const window = new Window();
    const comes = waitFor(window);
    window.close();
    expect(await comes).toBe(false);
    expect(await waitFor(window)).toBe(false);
  });
});
