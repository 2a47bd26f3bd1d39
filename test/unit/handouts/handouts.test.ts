import { readFile } from 'node:fs/promises';
import mustache from 'mustache';
import { describe, expect, it } from 'vitest';
import { makeHandout, type Sheet } from '../../../src/handouts/handout.ts';
import { noticeMessage, noticeSheet } from '../../../src/handouts/notice.ts';
import { proven } from '../../../src/handouts/proven.ts';
import { summarySheet, summaryText } from '../../../src/handouts/summary.ts';
import { workReportSheet } from '../../../src/handouts/work-report.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { entry, practice, provider, storedSender } from '../wizard/world.ts';
import { NOW, provenSender, textOf } from './fixtures.ts';

const HOSTILE = '<b onclick="x">&"\'{{title}}</b>';

const facts = {
  language: 'it',
  provider: provider(),
  callCentre: '09741926702',
  now: NOW,
} as const;

function sheetsOf(name: string): readonly Sheet[] {
  const sender = provenSender({ doctorName: name, displayName: name });
  const doctor = { id: 'rossi', name, contract: 'standard', sender: null } as const;
  const saved = { at: NOW.toISOString(), user: name, passed: null, why: null, from: null } as const;
  return [
    noticeSheet(sender, 'it', 'A4'),
    noticeSheet(sender, 'it', 'A5'),
    summarySheet(sender, { ...facts, provider: provider({ name }) }),
    workReportSheet({
      language: 'it',
      practice: { ...practice(entry('rossi', { doctor })).practice, recordName: name },
      work: [{ doctorId: 'rossi', row: { ...saved, change: 'saved', to: name } }],
      technician: name,
      now: NOW,
    }),
  ];
}

describe('every sheet', () => {
  it('writes names as text, whatever is in them', async () => {
    for (const sheet of sheetsOf(HOSTILE)) {
      const { html, fileName } = await makeHandout(sheet);
      expect(html).not.toMatch(/<b[ >]/);
      expect(textOf(html)).toContain(HOSTILE);
      expect(fileName).toMatch(/^[^\\/:*?"<>|]+\.pdf$/);
    }
  });

  it('has no script, no style of its own and nothing from elsewhere', async () => {
    for (const sheet of sheetsOf('Dott. Mario Rossi')) {
      const { html } = await makeHandout(sheet);
      expect(html).not.toMatch(/<script|<style|style=|https?:|src=|\son\w+=/i);
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      expect(links).toEqual([
        'open-sans-latin.woff2',
        'handouts.css',
        expect.stringMatching(/^[\w-]+\.css$/),
      ]);
    }
  });

  it('tells a screen reader its language, its title and its headings', async () => {
    for (const sheet of sheetsOf('Dott. Mario Rossi')) {
      const { html, title } = await makeHandout(sheet);
      expect(html).toContain('<html lang="it">');
      expect(html).toContain(`<title>${title}</title>`);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html.match(/<h2>/g)?.length).toBeGreaterThan(1);
    }
  });

  it('gives a value to every name of its template', async () => {
    for (const sheet of sheetsOf('Dott. Mario Rossi')) {
      const missing: string[] = [];
      class Strict extends mustache.Writer {
        override escapedValue(token: string[], context: mustache.Context): string {
          const value: unknown = context.lookup(token[1] ?? '');
          if (value === undefined || value === null) missing.push(token[1] ?? '');
          return String(value);
        }
      }
      const template = await readFile(`assets/handouts/${sheet.template}.html.mustache`, 'utf8');
      const { title, language, paper, values } = sheet;
      new Strict().render(template, { ...values, title, language, paper });
      expect(missing).toEqual([]);
    }
  });

  it('proposes a file name that says what it is and whose', async () => {
    const names = await Promise.all(
      sheetsOf('Dott. Mario Rossi').map(async (sheet) => (await makeHandout(sheet)).fileName),
    );
    expect(names).toEqual([
      'Avviso per i pazienti - Dott. Mario Rossi.pdf',
      'Avviso per i pazienti - A5 - Dott. Mario Rossi.pdf',
      'Riepilogo del mittente - Dott. Mario Rossi.pdf',
      'Rapporto di intervento - 2026-11-22.pdf',
    ]);
    const [longest] = sheetsOf('x'.repeat(300));
    if (longest) expect((await makeHandout(longest)).fileName).toHaveLength(124);
  });
});

describe.each(LANGUAGES)('the notice for patients in %s', (language) => {
  it('names the address once more than enough, as a sheet and as a message', async () => {
    const sender = provenSender({ address: 'mario.rossi@example.com' });
    const { html } = await makeHandout(noticeSheet(sender, language, 'A4'));
    expect(html).toContain('<span>mario.rossi</span><span>@example.com</span>');
    expect(textOf(html)).toContain('Dott. Mario Rossi');
    expect(textOf(html)).toMatch(/spam/i);
    const message = noticeMessage(sender, language);
    expect(message).toContain('mario.rossi@example.com');
    expect(message.match(/^- /gm)).toHaveLength(3);
    expect(message).not.toContain('&');
  });
});

describe('the summary', () => {
  const limits = {
    perDay: 500,
    perHour: null,
    perMinute: null,
    recipientsPerMessage: 100,
    source: 'https://example.com/limits',
    beyond: { effect: 'stopped', hours: 24 },
  } as const;

  const words = async (...sheet: Parameters<typeof summarySheet>) =>
    textOf((await makeHandout(summarySheet(...sheet))).html);

  it('says how much the mailbox bears, what happens beyond, and how to spread a day', async () => {
    const text = await words(provenSender({ limits }), facts);
    expect(text).toContain('Fino a 500 al giorno.');
    expect(text).toContain('Oltre, il gestore ferma gli invii fino a 24 ore.');
    expect(text).toContain('conta su 450 al giorno');
    expect(text).toContain('non più di 55 all’ora');
  });

  it('takes from the catalogue what an entry of an earlier version lacks', async () => {
    const { beyond, ...earlier } = limits;
    const text = await words(provenSender({ limits: earlier }), {
      ...facts,
      provider: provider({ limits: { ...limits, beyond } }),
    });
    expect(text).toContain('fino a 24 ore');
  });

  it('presents no figure where the provider publishes none', async () => {
    const text = await words(provenSender(), facts);
    expect(text).toContain('Il gestore non lo dice.');
    expect(text).toContain('non tutte a fine giornata');
    expect(text).not.toMatch(/\d+ (al giorno|all’ora)/);
  });

  it('says what was proven, and no more', async () => {
    const verified = { at: '2026-11-01T10:00:00.000Z', messageId: null };
    expect(await words(provenSender({ verified }), facts)).toContain('permesso di spedire');
    expect(await words(provenSender(), facts)).toContain('ha accettato un messaggio di prova');
  });

  it('tells who can help, by whose mailbox it is', async () => {
    expect(await words(provenSender(), facts)).toContain('la può riaprire solo lui');
    const ours = await words(provenSender({ choice: 'mail-plus' }), facts);
    expect(ours).not.toContain('solo lui');
    expect(ours).toContain('09741926702');
  });

  it('is a few lines when copied', () => {
    const text = summaryText(provenSender({ limits }), facts);
    expect(text).toContain('rossi@example.com');
    expect(text).toContain('Fino a 500 al giorno.');
    expect(text).toContain('09741926702');
  });
});

describe('the work report', () => {
  const row = {
    user: 'tecnico',
    change: 'saved',
    from: null,
    to: 'rossi@example.com',
    passed: null,
    why: null,
  } as const;
  const at = (instant: string, doctorId = 'rossi') => ({ doctorId, row: { ...row, at: instant } });
  const sender = storedSender('rossi');
  const rossi = entry('rossi', { status: 'verified', sender });
  const visit = {
    language: 'it',
    practice: practice(rossi, entry('bianchi', { status: 'none' })).practice,
    technician: null,
    now: NOW,
  } as const;
  const words = async (work: readonly ReturnType<typeof at>[], technician: string | null = null) =>
    textOf((await makeHandout(workReportSheet({ ...visit, work, technician }))).html);

  it('lists the day’s work in order, and not that of other days', async () => {
    const text = await words([
      at('2026-11-22T09:30:00.000Z', 'bianchi'),
      at('2026-11-22T09:00:00.000Z'),
      at('2026-11-01T09:00:00.000Z', 'earlier'),
    ]);
    expect(text).toContain('22 novembre 2026');
    expect(text).toMatch(
      /Dott\. rossi Mittente salvato: rossi@example\.com tecnico .*Dott\. bianchi Mittente salvato/,
    );
    expect(text).not.toContain('earlier');
  });

  it('printed the day after a visit is of that visit', async () => {
    expect(await words([at('2026-11-20T09:00:00.000Z')])).toContain('20 novembre 2026');
  });

  it('says so when nothing was done', async () => {
    expect(await words([])).toContain('In questo giorno nessun mittente è cambiato.');
  });

  it('leaves a line for a technician who is not named', async () => {
    const unnamed = await makeHandout(workReportSheet({ ...visit, work: [], technician: null }));
    const named = await makeHandout(
      workReportSheet({ ...visit, work: [], technician: 'T. Ecnico' }),
    );
    const lines = ({ html }: { html: string }) => html.match(/class="line"/g)?.length;
    expect([lines(unnamed), lines(named)]).toEqual([2, 1]);
    expect(named.html).toContain('T. Ecnico');
  });

  it('shows every doctor’s sender and status', async () => {
    const text = await words([]);
    expect(text).toMatch(/Dott\. rossi rossi@example\.com Provato/);
    expect(text).toMatch(/Dott\. bianchi Nessuno Da impostare Mai/);
  });
});

describe('a proven sender', () => {
  it('has an address, a server and a proof', () => {
    expect(proven(storedSender('rossi'))).not.toBe(null);
    for (const lacking of [{ address: null }, { smtp: null }, { verified: null }]) {
      expect(proven(storedSender('rossi', lacking))).toBe(null);
    }
    expect(proven(null)).toBe(null);
  });
});
