import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../src/campaign/campaign.ts';
import { loadCampaign } from '../../../src/campaign/load-campaign.ts';
import { type Doctor, doctorSchema } from '../../../src/record/doctors.ts';
import { loadPractice, statusOf } from '../../../src/record/practice.ts';
import { serialiseSenders } from '../../../src/record/senders.ts';
import { expectValue, fileWith, NOW, profileIn, senderOf } from './fixtures.ts';

const shipped = expectValue(await loadCampaign('assets/campaign.json'));
const campaign: Campaign = {
  ...shipped,
  mailPlus: { ...shipped.mailPlus, domains: ['mailplus.example'] },
};

const doctor = (address: string | null, contract: Doctor['contract'] = 'standard') =>
  doctorSchema.parse({
    id: 'rossi',
    name: 'Dott. Mario Rossi',
    contract,
    sender: address && { address },
  });

describe('the status of a doctor’s sender', () => {
  it.each([
    ['there is none', doctor(null), 'none'],
    ['the record uses the old free mailbox', doctor('a@CartellaClinicaParmenide.it'), 'legacy'],
    ['the record uses another mailbox', doctor('a@example.test'), 'unverified'],
    [
      'the domain only ends like the old one',
      doctor('a@x.cartellaclinicaparmenide.it'),
      'unverified',
    ],
    ['the record uses Mail Plus', doctor('a@MailPlus.example'), 'not-concerned'],
    [
      'the contract is Premium',
      doctor('a@cartellaclinicaparmenide.it', 'premium'),
      'not-concerned',
    ],
  ])('when %s', (_, given, status) => {
    expect(statusOf(given, null, campaign)).toBe(status);
  });

  it('is that of our own entry, whatever the contract', () => {
    const ours = senderOf('rossi', { status: 'failing' });
    expect(statusOf(doctor('a@cartellaclinicaparmenide.it', 'premium'), ours, campaign)).toBe(
      'failing',
    );
    expect(statusOf(doctor('a@cartellaclinicaparmenide.it'), ours, campaign)).toBe('failing');
  });
});

describe('a practice', () => {
  const senders = serialiseSenders({
    version: 1,
    updatedAt: NOW.toISOString(),
    senders: [senderOf('rossi'), senderOf('gone')],
  });

  it('has the doctors of the record in their order, each with the sender', async () => {
    const file = await fileWith('senders.json', senders);
    const doctorsFile = await fileWith('medici.csv', 'id,name\nverdi,Verdi\nrossi,Rossi');
    const profile = { ...profileIn('/'), sendersFile: file, doctorsFile };
    const practice = expectValue(await loadPractice(profile, campaign));
    expect(practice).toMatchObject({ recordName: 'Cartella di prova', doctorsFromRecord: true });
    expect(practice.doctors.map((entry) => [entry.doctor.id, entry.status])).toEqual([
      ['verdi', 'none'],
      ['rossi', 'verified'],
    ]);
  });

  it('has the doctors of the senders file where the record exports none', async () => {
    const profile = { ...profileIn('/'), sendersFile: await fileWith('senders.json', senders) };
    const practice = expectValue(await loadPractice(profile, campaign));
    expect(practice.doctorsFromRecord).toBe(false);
    expect(practice.doctors.map((entry) => entry.doctor.id)).toEqual(['rossi', 'gone']);
  });

  it('without any file is empty where doctors are typed in', async () => {
    const profile = profileIn('/nowhere');
    expect(expectValue(await loadPractice(profile, campaign)).doctors).toEqual([]);
  });

  it('is not shown without its senders when their file is malformed', async () => {
    const profile = { ...profileIn('/'), sendersFile: await fileWith('senders.json', '{') };
    expect(await loadPractice(profile, campaign)).toMatchObject({
      problem: { code: 'file-malformed', which: 'senders' },
    });
  });
});
