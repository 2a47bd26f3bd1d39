import { readFile } from 'node:fs/promises';
import { assetPath } from '../../src/assets.ts';
import { type Handout, makeHandout, type Sheet } from '../../src/handouts/handout.ts';
import { noticeSheet } from '../../src/handouts/notice.ts';
import { type ProvenSender, proven } from '../../src/handouts/proven.ts';
import { summarySheet } from '../../src/handouts/summary.ts';
import { type Work, workReportSheet } from '../../src/handouts/work-report.ts';
import type { Language } from '../../src/language.ts';
import { catalogueSchema, UNKNOWN_LIMITS } from '../../src/providers/catalogue.ts';
import { findById } from '../../src/providers/lookup.ts';
import type { DoctorEntry } from '../../src/record/practice.ts';

/** One sheet to be looked at, under the name of its picture. */
export interface NamedSheet {
  readonly name: string;
  readonly handout: Handout;
}

const NOW = new Date('2026-11-22T10:15:00.000Z');

const catalogue = async () =>
  catalogueSchema.parse(JSON.parse(await readFile(assetPath('providers.json'), 'utf8')));

function senderOf(changes: Partial<ProvenSender> & { readonly address: string }): ProvenSender {
  const { address } = changes;
  const sender = proven({
    doctorId: 'rossi',
    doctorName: 'Dott. Mario Rossi',
    choice: 'personal',
    displayName: 'Dott. Mario Rossi',
    provider: null,
    smtp: {
      host: 'smtp.gmail.com',
      port: 465,
      security: 'tls',
      auth: 'password',
      username: address,
    },
    credential: { service: 'Mittente:smtp.gmail.com', account: address },
    limits: UNKNOWN_LIMITS,
    status: 'verified',
    verified: { at: '2026-11-22T10:14:58.000Z', messageId: '<1@example.com>' },
    ...changes,
  });
  if (sender === null) throw new Error('a sheet is of a proven sender');
  return sender;
}

/** As long as names and addresses come. */
const LONG = senderOf({
  address: 'ambulatorio.associato.medicina.generale.e.pediatria@studio-medico.example.com',
  doctorName: 'Dott.ssa Maria Antonietta Chiaramonte Bordonaro Della Gherardesca',
  displayName: 'Ambulatorio associato della Dott.ssa Maria Antonietta Chiaramonte Bordonaro',
  choice: 'mail-plus',
  mailPlusRequestedAt: '2026-11-20T09:12:00.000Z',
});

/** Every sheet in one language, with what is usual and with what is long or missing. */
export async function sheetsIn(language: Language): Promise<readonly NamedSheet[]> {
  const providers = await catalogue();
  const gmail = findById(providers, 'gmail');
  const libero = findById(providers, 'libero');
  const facts = { language, callCentre: '09741926702', now: NOW };
  const rossi = senderOf({
    address: 'mario.rossi@gmail.com',
    provider: 'gmail',
    ...(gmail ? { limits: gmail.limits } : {}),
  });
  const atLibero = senderOf({ address: 'studio.rossi@libero.it', provider: 'libero' });
  const sheets: Readonly<Record<string, Sheet>> = {
    summary: summarySheet(rossi, { ...facts, provider: gmail }),
    'summary.unknown-limits': summarySheet(atLibero, { ...facts, provider: libero }),
    'summary.long': summarySheet(LONG, { ...facts, provider: null }),
    'notice.A4': noticeSheet(rossi, language, 'A4'),
    'notice.A5': noticeSheet(rossi, language, 'A5'),
    'notice.long.A4': noticeSheet(LONG, language, 'A4'),
    'notice.long.A5': noticeSheet(LONG, language, 'A5'),
    'work-report': workReportSheet({ ...visit(4), language, technician: null, now: NOW }),
    'work-report.many': workReportSheet({
      ...visit(40),
      language,
      technician: 'Tecnico di esempio',
      now: NOW,
    }),
  };
  return Promise.all(
    Object.entries(sheets).map(async ([name, sheet]) => ({
      name,
      handout: await makeHandout(sheet),
    })),
  );
}

/** A practice in which every doctor but the last was set up, and one of them failed at first. */
function visit(size: number) {
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  const doctors = numbers.map((number): DoctorEntry => {
    const doctor = {
      id: `doctor-${number}`,
      name: number === 1 ? 'Dott. Mario Rossi' : `Dott. Medico ${number}`,
      contract: 'standard',
      sender: null,
    } as const;
    if (number === size) return { doctor, sender: null, status: 'none' };
    const sender = senderOf({ address: `medico.${number}@example.com` });
    return { doctor, sender, status: sender.status };
  });
  const none = { user: 'tecnico', from: null, passed: null, why: null };
  const work = numbers.slice(0, -1).flatMap((number): Work[] => {
    const minute = String(number % 60).padStart(2, '0');
    const doctorId = `doctor-${number}`;
    const to = `medico.${number}@example.com`;
    const saved = { ...none, at: `2026-11-22T08:${minute}:00.000Z`, change: 'saved', to } as const;
    const checked = {
      ...none,
      at: `2026-11-22T09:${minute}:00.000Z`,
      change: 'checked',
      from: to,
      to,
      passed: number !== 2,
    } as const;
    return [
      { doctorId, row: saved },
      { doctorId, row: checked },
    ];
  });
  return {
    practice: { recordName: 'Cartella Clinica Parmenide', doctorsFromRecord: true, doctors },
    work,
  };
}
