// Stands before either program's own main file: tells on standard output when its first page can
// be used, by the clock that the measuring process has too.
import { app } from 'electron';

const now = () => performance.timeOrigin + performance.now();

/** Resolves in the page once a heading and a button are there and were painted. */
const canBeUsed = `new Promise((resolve) => {
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  const isThere = () => document.querySelector('h1') && document.querySelector('button:enabled');
  if (isThere()) return painted();
  const observer = new MutationObserver(() => {
    if (!isThere()) return;
    observer.disconnect();
    painted();
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });
})`;

app.on('browser-window-created', (_event, { webContents }) => {
  webContents.once('dom-ready', async () => {
    await webContents.executeJavaScript(canBeUsed);
    process.stdout.write(`usable ${now()}\n`);
  });
});

await import('./program.mjs');
