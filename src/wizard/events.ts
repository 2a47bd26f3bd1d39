import { languageSchema } from '../language-schema.ts';
import { choiceSchema } from '../record/senders.ts';
import { smtpServerSchema } from '../smtp/server.ts';
import { someText, trimmedText, z } from '../zod.ts';

/** Longest address by RFC 5321, section 4.5.3.1.3, is 254; typing may pass through more. */
const typedAddress = z.string().check(z.maxLength(320));

const doctorId = someText().check(z.maxLength(200));

const doctorIds = z.array(doctorId).check(z.minLength(1), z.maxLength(1000));

/** The four named steps of the window's left column. */
export const STEPS = ['choice', 'mailbox', 'test', 'done'] as const;

export type Step = (typeof STEPS)[number];

/** The sheets of one doctor's sender. */
export const DOCTOR_HANDOUTS = ['summary', 'notice-a4', 'notice-a5'] as const;

export type DoctorHandout = (typeof DOCTOR_HANDOUTS)[number];

const handoutWay = z.enum(['print', 'save']);

export type HandoutWay = z.infer<typeof handoutWay>;

/** An error line as another program reports it; control characters say nothing to anybody. */
export const reportedError = z.nullable(
  z.pipe(
    z.string().check(z.maxLength(4000)),
    // Besides controls, what turns the direction of writing: it would show something else than is there.
    z.transform((text) =>
      text
        .replace(/\p{Surrogate}/gu, '\uFFFD')
        .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ')
        .trim(),
    ),
  ),
);

const event = <Type extends string, Shape extends z.core.$ZodShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** Everything a person can do in the wizard. The window and the commands send nothing else. */
export const wizardEventSchema = z.discriminatedUnion('type', [
  event('RELOAD', {}),
  event('SET_SENDERS_ASIDE', {}),
  event('OPEN_DOCTOR', { doctorId }),
  /** Asks for nothing but the password of a stored sender, which this user's keychain lacks. */
  event('ENTER_PASSWORD', { doctorId }),
  event('START_RECHECK', { doctorIds }),
  event('CANCEL_RECHECK', {}),
  event('OPEN_BATCH', { doctorIds }),
  event('RESUME_BATCH', {}),
  event('FORGET_BATCH', {}),
  /** Rows cross one by one: a practice of any size stays within the size of one event. */
  event('TYPE_ROW_ADDRESS', { doctorId, address: typedAddress }),
  event('SUBMIT_ROW_ADDRESS', { doctorId, address: typedAddress }),
  event('GIVE_ROW_PASSWORD', {
    doctorId,
    password: z.string().check(z.maxLength(1024)),
  }),
  event('START_BATCH', {}),
  event('STOP_BATCH', {}),
  event('RETRY_BATCH', {}),
  event('ADD_DOCTOR', { name: trimmedText().check(z.maxLength(200)) }),
  /** What the record says about a doctor whose emails do not leave: from outside, so distrusted. */
  event('REPAIR', { doctorId, error: reportedError }),
  event('HOME', {}),
  event('BACK', {}),
  event('GO_TO_STEP', { step: z.enum(STEPS) }),
  event('CONTINUE', {}),
  event('CHOOSE', { choice: choiceSchema }),
  event('MAIL_PLUS_ASKED', {}),
  event('MAIL_PLUS_ARRIVED', {}),
  event('TYPE_ADDRESS', { address: typedAddress }),
  event('SUBMIT_ADDRESS', { address: typedAddress }),
  event('SHOW_PREPARATION', {}),
  event('EDIT_SERVER', {}),
  event('SUBMIT_SERVER', {
    server: smtpServerSchema,
    username: trimmedText().check(z.maxLength(320)),
  }),
  event('SUBMIT_PASSWORD', { password: z.string().check(z.maxLength(1024)) }),
  event('CANCEL_TEST', {}),
  event('RETRY', {}),
  event('TRY_OTHER_SERVER', {}),
  event('RETYPE_PASSWORD', {}),
  event('CHANGE_ADDRESS', {}),
  event('SAVE', { displayName: trimmedText().check(z.maxLength(200)) }),
  event('SET_LANGUAGE', { language: languageSchema }),
  /** Opens one of the main process's own links; the renderer never names an address. */
  event('OPEN_LINK', { link: z.enum(['provider-page', 'provider-help']) }),
  /** Ends the program, installs the newer version that the view names, and opens it again. */
  event('INSTALL_UPDATE', {}),
  event('COMPOSE_MAIL_PLUS_REQUEST', {}),
  event('HANDOUT', { handout: z.enum(DOCTOR_HANDOUTS), way: handoutWay }),
  event('WORK_REPORT', {
    technician: z.string().check(z.trim(), z.maxLength(200)),
    way: handoutWay,
  }),
  event('COPY', {
    what: z.enum(['technical-details', 'mail-plus-request', 'sender-summary', 'patients-message']),
  }),
]);

export type WizardEvent = z.infer<typeof wizardEventSchema>;
