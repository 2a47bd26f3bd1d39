import { assetPath } from '../assets.ts';
import { loadCampaign } from '../campaign/load-campaign.ts';
import { isMailPlusAddress } from '../campaign/mail-plus.ts';
import { advise, alternativeTitles, causeTitle } from '../diagnosis/advise.ts';
import { CAUSES } from '../diagnosis/cause.ts';
import { diagnoseLogin } from '../diagnosis/diagnose-login.ts';
import type { Paper } from '../handouts/paper.ts';
import { parseAddress, suggestAddress } from '../providers/address.ts';
import { findById } from '../providers/lookup.ts';
import { noteChange, readHistory } from '../record/history.ts';
import { loadPractice } from '../record/practice.ts';
import { recordMailPlusRequest, saveSender } from '../record/save.ts';
import { setSendersAside } from '../record/senders.ts';
import { type Result, succeed } from '../result.ts';
import { openServices, type ServiceOptions, type Services } from '../services.ts';
import { translator } from '../texts/index.ts';
import type { WizardEffects } from './effects.ts';
import { applyMany } from './many/apply.ts';
import type { ViewFacts } from './page-source.ts';
import { missingPasswords, recheckStored } from './stored-senders.ts';

/** What the surroundings do: a desktop program's window, or nothing at all in a command. */
export type Surroundings = Pick<
  WizardEffects,
  'openLink' | 'composeMail' | 'copy' | 'rememberLanguage' | 'saveDrafts'
> & { readonly paper: Paper };

/** How far back a doctor's history is shown. */
const SHOWN_CHANGES = 10;

export interface RealEffects {
  readonly effects: WizardEffects;
  /** What views need, as of now. */
  facts(): ViewFacts;
}

/**
 * The machine's effects on the real world. The profile and the catalogue are read anew with each
 * load of the practice, so that a corrected file is seen without a restart.
 */
export async function openRealEffects(
  options: ServiceOptions,
  surroundings: Surroundings,
): Promise<RealEffects> {
  const campaign = await loadCampaign(assetPath('campaign.json'));
  if (!campaign.ok) throw new Error(`the installation is damaged: ${campaign.problem.detail}`);
  let opened: Services | null = null;
  const services = (): Services => {
    if (!opened) throw new Error('the practice has not been loaded yet');
    return opened;
  };
  const now = () => new Date();
  const findProvider = (id: string) => opened && findById(opened.catalogue, id);

  const { paper, ...rest } = surroundings;
  const effects: WizardEffects = {
    ...rest,
    callCentre: campaign.value.callCentre,
    async loadPractice() {
      const result = await openServices(options);
      if (!result.ok) return result;
      opened = result.value;
      const { profile, keychain } = opened;
      const practice = await loadPractice(profile, opened.campaign, keychain);
      return practice.ok
        ? succeed({ practice: practice.value, example: profile.example ?? null })
        : practice;
    },
    setSendersAside: () => setSendersAside(services().profile.sendersFile, now()),
    checkKeychain: () => services().keychain.check(),
    recallPassword: (credential) => services().keychain.read(credential),
    findProvider,
    parseAddress,
    discover: (address, signal) => services().discover(address, signal),
    probe: (request, observer) => {
      const { probe, profile } = services();
      return probe({ ...request, authorities: profile.authorities }, observer);
    },
    diagnose: diagnoseLogin,
    explain: async (error, provider) => {
      const { explain } = await import('../diagnosis/diagnose.ts');
      return explain({ text: error, ...(provider ? { provider: provider.id } : {}) }, { provider });
    },
    saveSender: async (sender, password) => {
      const { profile, keychain } = services();
      const at = now();
      const { sendersFile } = profile;
      const save = () => saveSender({ profile, keychain, sender, password, now: at });
      const { doctorId } = sender;
      return nothing(await noteChange({ sendersFile, doctorId, change: 'saved', at }, save));
    },
    recordMailPlusRequest: async (doctor, at) => {
      const { profile } = services();
      const change = {
        sendersFile: profile.sendersFile,
        doctorId: doctor.id,
        change: 'mail-plus-asked',
        at,
      } as const;
      const request = () => recordMailPlusRequest({ profile, doctor, at });
      return nothing(await noteChange(change, request));
    },
    recheck: (doctorId, signal) => recheckStored(services(), doctorId, signal),
    setUpMany: ({ wishes, language }, { onStart, onEnd }, signal) =>
      applyMany({
        answers: wishes.map(({ answer }) => ({
          ...answer,
          choice: isMailPlusAddress(services().campaign, answer.address ?? '')
            ? 'mail-plus'
            : answer.choice,
        })),
        language,
        effects,
        services: services(),
        dryRun: false,
        askPassword: async ({ id }) =>
          wishes.find(({ answer }) => answer.id === id)?.password ?? null,
        onStart: ({ id }) => onStart(id),
        onEnd: ({ id }, end) => onEnd(id, end),
        signal,
      }),
    missingPasswords: (senders) => missingPasswords(services(), senders),
    handOut: async (order) => {
      // Only who prints loads what prints.
      const { handOut } = await import('./real-handouts.ts');
      const { sendersFile } = services().profile;
      return handOut(order, { paper, facts: facts(), sendersFile });
    },
    history: (doctorId) => readHistory(services().profile.sendersFile, doctorId, SHOWN_CHANGES),
    now,
  };

  const facts = (): ViewFacts => ({
    campaign: campaign.value,
    now: now(),
    findProvider,
    suggestAddress: (text) => {
      const parsed = parseAddress(text);
      return opened && parsed.ok ? suggestAddress(parsed.value, opened.catalogue) : null;
    },
    causeTitle: ({ cause, product }, sender, language) => {
      const known = CAUSES.find((each) => each === cause);
      if (known === undefined) return null;
      const provider =
        opened && sender?.provider ? findById(opened.catalogue, sender.provider) : null;
      return causeTitle({ cause: known, product, retryAfter: null }, translator(language), {
        providerName: provider?.name ?? null,
        address: sender?.address ?? null,
        callCentre: campaign.value.callCentre.phone,
        steps: null,
      });
    },
    advise: (diagnosis, { language, draft, discovery }) => {
      const translate = translator(language);
      const provider = discovery?.provider ?? null;
      const details = {
        providerName: provider?.name ?? null,
        address: draft.address,
        callCentre: campaign.value.callCentre.phone,
        steps: provider?.preparation?.steps.map((step) => step[language]) ?? null,
      };
      return {
        advice: advise(diagnosis, translate, details),
        alternatives: alternativeTitles(diagnosis, translate, details),
      };
    },
  });

  return { effects, facts };
}

const nothing = <Problem>(result: Result<unknown, Problem>): Result<void, Problem> =>
  result.ok ? succeed(undefined) : result;
