import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createShell, isOpenable, mailtoUrl } from '../../../electron/shell.ts';
import { NO_PAPER } from '../../../src/handouts/paper.ts';

const openExternal = vi.hoisted(() => vi.fn<(url: string) => Promise<void>>());

vi.mock('electron', () => ({ clipboard: {}, shell: { openExternal } }));

beforeEach(() => {
  openExternal.mockReset();
  openExternal.mockResolvedValue();
});

describe('isOpenable', () => {
  it('lets https pages pass', () => {
    expect(isOpenable('https://example.com/app-passwords?hl=it#top')).toBe(true);
  });

  it.each([
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://example.com/share',
    'ms-settings:privacy',
    'https://user@example.com/',
    'https://user:word@example.com/',
    'example.com',
    '',
  ])('refuses %j', (url) => {
    expect(isOpenable(url)).toBe(false);
  });
});

describe('mailtoUrl', () => {
  it('encodes everything that would end a part early (RFC 6068)', () => {
    const url = mailtoUrl({
      to: 'call&centre@example.com',
      subject: 'Mail Plus? Sì & subito',
      text: 'Buongiorno,\nun medico #1\r\n+100%',
    });
    expect(url).toBe(
      'mailto:call%26centre@example.com?subject=Mail%20Plus%3F%20S%C3%AC%20%26%20subito' +
        '&body=Buongiorno%2C%0D%0Aun%20medico%20%231%0D%0A%2B100%25',
    );
  });

  it('leaves the address to the doctor when there is none', () => {
    expect(mailtoUrl({ to: null, subject: 's', text: 't' })).toBe('mailto:?subject=s&body=t');
  });
});

describe('createShell', () => {
  it('opens an https page and nothing else', async () => {
    const onFault = vi.fn();
    const shell = createShell(onFault, NO_PAPER);
    await shell.openLink('https://example.com/page');
    await shell.openLink('file:///etc/passwd');
    expect(openExternal.mock.calls).toEqual([['https://example.com/page']]);
    expect(onFault).toHaveBeenCalledOnce();
  });

  it('survives a system that can open nothing', async () => {
    const fault = new Error('no program');
    openExternal.mockRejectedValue(fault);
    const onFault = vi.fn();
    await createShell(onFault, NO_PAPER).composeMail({ to: null, subject: 's', text: 't' });
    expect(onFault).toHaveBeenCalledExactlyOnceWith(fault);
  });
});
