import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../src/campaign/load-campaign.ts';
import { checkTemplates } from '../../../src/record/check-templates.ts';
import { loadProfile } from '../../../src/record/load-profile.ts';
import { loadPractice } from '../../../src/record/practice.ts';
import { expectValue, fileWith } from './fixtures.ts';

const all = { path: './all.ini', template: './t.mustache', per: 'practice', escape: 'ini' };

async function profileWith(template: string | null) {
  const file = await fileWith(
    'record-profile.json',
    JSON.stringify(
      {
        version: 1,
        record: { name: 'Cartella' },
        senders: { path: './senders.json' },
        exports: [all],
      },
      null,
      2,
    ),
  );
  const beside = path.join(path.dirname(file), 't.mustache');
  if (template !== null) await writeFile(beside, template);
  return { file, beside, profile: expectValue(await loadProfile(file)) };
}

describe('the templates of a profile', () => {
  it('are not needed to read it, only where something is saved', async () => {
    const { profile } = await profileWith(null);
    expect(await checkTemplates(profile)).toMatchObject({ ok: false });
  });

  it('are told when one is missing, with the key that names it', async () => {
    const { profile, file } = await profileWith(null);
    const problem = { which: 'profile', file, key: 'exports[0].template', line: 12 };
    expect(await checkTemplates(profile)).toMatchObject({ problem });
    const campaign = expectValue(await loadCampaign('assets/campaign.json'));
    expect(await loadPractice(profile, campaign)).toMatchObject({ problem });
  });

  it('are told by their key alone when the profile is gone meanwhile', async () => {
    const { profile, file } = await profileWith(null);
    await rm(file);
    expect(await checkTemplates(profile)).toMatchObject({
      problem: { which: 'profile', key: 'exports[0].template', line: null },
    });
  });

  it('are refused when one does not close a section, with the template and its line', async () => {
    const { profile, beside } = await profileWith('a\n{{#senders}}\nb\n');
    expect(await checkTemplates(profile)).toMatchObject({
      problem: { which: 'export', file: beside, code: 'file-malformed' },
    });
  });

  it('are refused when one has a name that there is not, with the template and its line', async () => {
    const { profile } = await profileWith('a\n{{#sendres}}{{/sendres}}');
    expect(await checkTemplates(profile)).toMatchObject({
      problem: { which: 'export', line: 2, key: 'sendres' },
    });
  });

  it('are all right when they can be filled in', async () => {
    const { profile } = await profileWith('{{#senders}}{{address}}\n{{/senders}}');
    expect(await checkTemplates(profile)).toEqual({ ok: true, value: undefined });
  });
});
