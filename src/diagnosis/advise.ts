import type { Translate } from '../texts/index.ts';
import type { Cause } from './cause.ts';
import type { Advice, Diagnosis } from './diagnosis.ts';

/** What advice is filled in with; null where it is not known. */
export interface AdviceDetails {
  readonly providerName: string | null;
  readonly address: string | null;
  /** The telephone number. */
  readonly callCentre: string;
  /** The provider's own preparation, in the person's language, one action a step. */
  readonly steps: readonly string[] | null;
}

/** Causes that the provider's own preparation cures, and what comes after it. */
const CURED_BY_PREPARATION = {
  'app-password-required': 'password',
  'smtp-access-disabled': 'retry',
} as const satisfies Partial<Record<Cause, 'password' | 'retry'>>;

/** Minutes to wait where the server did not say: what usually passes by itself in that time. */
const USUAL_WAIT: Partial<Record<Cause, number>> = { 'rate-limited': 60, greylisted: 10 };

const EXPERIMENTS = [
  'port-blocked-or-timeout',
  'connection-dropped',
  'tls-wrong-mode',
  'tls-intercepted',
  'wrong-credentials',
  'app-password-required',
  'smtp-access-disabled',
  'account-locked-or-suspended',
  'smtp-redirected-by-network',
  'auth-temporarily-unavailable',
] as const satisfies readonly Cause[];

type Decidable = (typeof EXPERIMENTS)[number];

const isDecidable = (cause: Cause): cause is Decidable =>
  (EXPERIMENTS as readonly Cause[]).includes(cause);

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What of a diagnosis its words are filled in with. */
type Told = Pick<Diagnosis, 'cause' | 'retryAfter' | 'product'>;

function values(diagnosis: Told, translate: Translate, details: AdviceDetails) {
  const seconds = diagnosis.retryAfter;
  return {
    provider: details.providerName ?? translate('diagnosis.fallback.provider'),
    product: diagnosis.product ?? translate('diagnosis.fallback.product'),
    address: details.address ?? translate('diagnosis.fallback.address'),
    callCentre: details.callCentre,
    minutes: seconds === null ? (USUAL_WAIT[diagnosis.cause] ?? 15) : Math.ceil(seconds / 60),
  };
}

/** What happened, in few words. */
export function causeTitle(diagnosis: Told, translate: Translate, details: AdviceDetails): string {
  const filled = values(diagnosis, translate, details);
  return capitalise(translate(`diagnosis.causes.${diagnosis.cause}.title`, filled));
}

/** A diagnosis in a person's language: what happened, then what to do, the next action last. */
export function advise(diagnosis: Diagnosis, translate: Translate, details: AdviceDetails): Advice {
  const { cause } = diagnosis;
  const filled = values(diagnosis, translate, details);
  const after =
    cause in CURED_BY_PREPARATION ? CURED_BY_PREPARATION[cause as 'app-password-required'] : null;
  const own = details.steps?.length ? details.steps : null;
  const steps =
    own && after
      ? [...own, translate(`diagnosis.return.${after}`)]
      : translate(`diagnosis.causes.${cause}.steps`, { ...filled, returnObjects: true });
  const experiment = experimentFor(diagnosis, translate);
  return {
    title: causeTitle(diagnosis, translate, details),
    happened: capitalise(translate(`diagnosis.causes.${cause}.happened`, filled)),
    steps: [...(experiment ? [experiment] : []), ...steps].map(capitalise),
  };
}

/** The simple experiment that decides, where several causes are possible; null otherwise. */
export function experimentFor(diagnosis: Diagnosis, translate: Translate): string | null {
  const { cause, confidence, alternatives } = diagnosis;
  if (confidence === 'certain' || alternatives.length === 0 || !isDecidable(cause)) return null;
  return translate(`diagnosis.experiments.${cause}`);
}

/** What else it may be, most likely first, as short titles. */
export function alternativeTitles(
  diagnosis: Diagnosis,
  translate: Translate,
  details: AdviceDetails,
): string[] {
  const filled = values(diagnosis, translate, details);
  return diagnosis.alternatives.map((cause) =>
    capitalise(translate(`diagnosis.causes.${cause}.title`, filled)),
  );
}
