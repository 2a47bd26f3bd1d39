import { type Handout, makeHandout, type Sheet } from '../handouts/handout.ts';
import { noticeSheet } from '../handouts/notice.ts';
import type { Paper } from '../handouts/paper.ts';
import { summarySheet } from '../handouts/summary.ts';
import { workReportSheet } from '../handouts/work-report.ts';
import { readWholeHistory } from '../record/history.ts';
import { replaceFile } from '../record/replace-file.ts';
import type { HandoutOrder, HandoutOutcome } from './handout-order.ts';
import type { ViewFacts } from './page-source.ts';
import { historyRow } from './practice-parts.ts';

/** What making a sheet needs besides its order. */
export interface Workshop {
  readonly paper: Paper;
  readonly facts: ViewFacts;
  readonly sendersFile: string;
}

/** Makes what was ordered and prints it, or saves it where the person wants it. */
export async function handOut(order: HandoutOrder, workshop: Workshop): Promise<HandoutOutcome> {
  const handout = await makeHandout(await sheetOf(order, workshop));
  return order.way === 'print'
    ? await print(handout, workshop.paper)
    : await save(handout, workshop.paper);
}

async function print(handout: Handout, paper: Paper): Promise<HandoutOutcome> {
  const printed = await paper.print(handout);
  return printed.ok
    ? { state: printed.value }
    : { state: 'not-printed', detail: printed.problem.detail };
}

async function save(handout: Handout, paper: Paper): Promise<HandoutOutcome> {
  const file = await paper.askWhere(handout.fileName);
  if (file === null) return { state: 'cancelled' };
  const pdf = await paper.pdf(handout);
  if (!pdf.ok) return { state: 'not-made', detail: pdf.problem.detail };
  const saved = await replaceFile({ which: 'handout', file }, pdf.value);
  return saved.ok ? { state: 'saved', file } : { state: 'not-saved', problem: saved.problem };
}

async function sheetOf(order: HandoutOrder, { facts, sendersFile }: Workshop): Promise<Sheet> {
  const { language } = order;
  const { now } = facts;
  switch (order.kind) {
    case 'summary': {
      const { provider } = order.sender;
      return summarySheet(order.sender, {
        language,
        provider: provider === null ? null : facts.findProvider(provider),
        callCentre: facts.campaign.callCentre.phone,
        now,
      });
    }
    case 'notice-a4':
      return noticeSheet(order.sender, language, 'A4');
    case 'notice-a5':
      return noticeSheet(order.sender, language, 'A5');
    case 'work-report': {
      const { practice, technician } = order;
      const senders = new Map(practice.doctors.map(({ doctor, sender }) => [doctor.id, sender]));
      const work = (await readWholeHistory(sendersFile)).map((entry) => ({
        doctorId: entry.doctorId,
        row: historyRow(entry, senders.get(entry.doctorId) ?? null, language, facts),
      }));
      return workReportSheet({ language, practice, work, technician, now });
    }
  }
}
