import { app, type Session, type WebPreferences } from 'electron';

/** What any page of ours may do: nothing but show itself. */
export function confined(session: Session): WebPreferences {
  return {
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    webgl: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    devTools: !app.isPackaged,
  };
}
