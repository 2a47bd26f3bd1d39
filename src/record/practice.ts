import type { Campaign } from '../campaign/campaign.ts';
import { domainOf, isMailPlusAddress } from '../campaign/mail-plus.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { type Result, succeed } from '../result.ts';
import { checkTemplates } from './check-templates.ts';
import { type Doctor, doctorsFromSenders } from './doctors.ts';
import { loadDoctors } from './load-doctors.ts';
import type { FileProblem, PracticeProblem } from './problem.ts';
import type { RecordProfile } from './profile.ts';
import { readSenders, type Sender, type SenderStatus, type SendersFile } from './senders.ts';
import { tidyUp } from './tidy.ts';

export type { FileProblem, PracticeProblem, SaveProblem } from './problem.ts';

/** A doctor with what is known of the sender, as of today. */
export interface DoctorEntry {
  readonly doctor: Doctor;
  readonly sender: Sender | null;
  readonly status: SenderStatus;
}

/** Everything the wizard shows and changes: one record's doctors and their senders. */
export interface Practice {
  readonly recordName: string;
  /** false: the record exports no doctors, they are typed in. */
  readonly doctorsFromRecord: boolean;
  readonly doctors: readonly DoctorEntry[];
}

/**
 * The stored senders, for whoever may save one; null: none were saved yet. What an interrupted save
 * left behind is tidied up first; with `keychain`, its left-over credentials too (else by the next
 * save). A template that cannot be used is told here, before anybody has done anything for a save.
 */
export async function openSenders(
  profile: RecordProfile,
  keychain: Keychain | null,
): Promise<Result<SendersFile | null, FileProblem>> {
  await tidyUp(profile, keychain);
  const templates = await checkTemplates(profile);
  return templates.ok ? readSenders(profile.sendersFile) : templates;
}

/** The doctors of the practice with their senders, which are opened as above. */
export async function loadPractice(
  profile: RecordProfile,
  campaign: Campaign,
  keychain: Keychain | null = null,
): Promise<Result<Practice, PracticeProblem>> {
  const file = await openSenders(profile, keychain);
  if (!file.ok) return file;
  const senders = new Map(file.value?.senders.map((sender) => [sender.doctorId, sender]));
  const doctors = await doctorsOf(profile, [...senders.values()]);
  if (!doctors.ok) return doctors;
  return succeed({
    recordName: profile.recordName,
    doctorsFromRecord: profile.doctorsFile !== null,
    doctors: doctors.value.map((doctor) => {
      const sender = senders.get(doctor.id) ?? null;
      return { doctor, sender, status: statusOf(doctor, sender, campaign) };
    }),
  });
}

async function doctorsOf(
  profile: RecordProfile,
  senders: readonly Sender[],
): Promise<Result<Doctor[], FileProblem>> {
  return profile.doctorsFile === null
    ? succeed(doctorsFromSenders(senders))
    : await loadDoctors(profile.doctorsFile);
}

/** What a doctor's sender is, from our own entry, else from the contract and the record's sender. */
export function statusOf(
  doctor: Doctor,
  sender: Pick<Sender, 'status'> | null,
  campaign: Campaign,
): SenderStatus {
  if (sender !== null && sender.status !== 'none') return sender.status;
  if (doctor.contract === 'premium') return 'not-concerned';
  if (doctor.sender === null) return 'none';
  if (isMailPlusAddress(campaign, doctor.sender.address)) return 'not-concerned';
  const domain = domainOf(doctor.sender.address);
  if (campaign.legacy.domains.some((known) => known.toLowerCase() === domain)) return 'legacy';
  return 'unverified';
}
