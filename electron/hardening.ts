import { app, type Session, type WebContents } from 'electron';
import { isOwnUrl } from './page.ts';

/**
 * Everything that a window could do and ours never needs, denied in one place. Each exception
 * carries its reason. Certificate errors need no rule: Electron refuses them by itself, and
 * nothing here overrides that.
 */
export function hardenProcess(): void {
  // Chromium cannot sandbox for root, who has to say --no-sandbox; everybody else is sandboxed.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // A debugger could read the password as it is typed. The fuses keep Node's inspector shut in a
  // release; a copy for tests, whose inspector is open, has nothing left to protect.
  if (app.isPackaged && !isInspected()) {
    app.commandLine.removeSwitch('remote-debugging-port');
    app.commandLine.removeSwitch('remote-debugging-pipe');
    app.commandLine.removeSwitch('remote-allow-origins');
  }
  // Names would be looked up around every other rule (dns-prefetch, WebRTC): Chromium resolves
  // none. Node, which discovers and tests mail servers, resolves by itself.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('session-created', hardenSession);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}

/** The inspector is loaded only where somebody asked for it: most starts never need to wait for it. */
const isInspected = () =>
  process.argv.some((word) => word.startsWith('--inspect')) &&
  process.getBuiltinModule('node:inspector').url() !== undefined;

function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url) }));
  // What goes around requests (preconnect, WebRTC over TCP) ends at a proxy that is not there.
  void session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://0.0.0.0:0',
    proxyBypassRules: '<-loopback>',
  });
}

function mayLoad(url: string): boolean {
  if (isOwnUrl(url)) return true;
  // Developer tools are pages of their own; the packaged program has none.
  return !app.isPackaged && new URL(url).protocol === 'devtools:';
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
