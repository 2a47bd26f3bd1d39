import { app } from 'electron';

/** Leaves out what Chromium sets up for pages of the web, and a window of texts has no use of. */
export function takeLessOfChromium(): void {
  // The processor draws such pages as fast, and no driver can leave the window black.
  app.disableHardwareAcceleration();
  // Chromium reaches no network in this program (hardening.ts): no process of its own for it.
  app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2');
}
