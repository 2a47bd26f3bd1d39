import { clipboard, shell as electronShell } from 'electron';
import type { Paper } from '../src/handouts/paper.ts';
import type { Shell } from '../src/wizard/wizard.ts';

/** Only https pages are opened outside, whatever the catalogue says. */
export function isOpenable(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === '';
}

/** The address that opens a new message in the mail program (RFC 6068). */
export function mailtoUrl(mail: { to: string | null; subject: string; text: string }): string {
  // RFC 6068, section 5: line breaks in the body are CRLF.
  const text = mail.text.replace(/\r?\n/g, '\r\n');
  const query = `subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(text)}`;
  const to = (mail.to ?? '').split('@').map(encodeURIComponent).join('@');
  return `mailto:${to}?${query}`;
}

/**
 * What the wizard does outside its window, through the operating system. A system that has no
 * program for an address says so itself: `onFault` only hears of it.
 */
export function createShell(onFault: (error: unknown) => void, paper: Paper): Shell {
  const open = (url: string) => electronShell.openExternal(url).catch(onFault);
  return {
    async openLink(url) {
      if (isOpenable(url)) await open(new URL(url).href);
      else onFault(new Error('a link that is not https was not opened'));
    },
    composeMail: (mail) => open(mailtoUrl(mail)),
    copy: (text) => clipboard.writeText(text),
    paper,
  };
}
