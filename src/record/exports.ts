import { fail, type Result, succeed } from '../result.ts';
import { CONTROL_CHARACTER } from './control-character.ts';
import { type FileProblem, malformed } from './problem.ts';
import type { Export, RecordProfile } from './profile.ts';
import type { Sender, SendersFile } from './senders.ts';
import { readLenient } from './text-file.ts';

/** A file to be written (`content`), or to be taken away (null). */
export interface TargetFile {
  readonly file: string;
  readonly content: Buffer | null;
}

/** Not in three braces: in a path there is nothing to escape, so there is one way to write it. */
const DOCTOR_TAG = /(?<!\{)\{\{\s*doctorId\s*\}\}(?!\})/g;

/** Not in a file name on Windows, or with a meaning in a path anywhere. */
const NOT_IN_A_NAME = /[\\/:*?"<>|]/;

/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/**
 * What the exports of the profile become when `doctorId` has changed in `senders`: that doctor's own
 * files and those of the whole practice. Only senders that the record can send with are exported.
 */
export async function renderExports(
  profile: RecordProfile,
  senders: SendersFile,
  doctorId: string,
): Promise<Result<TargetFile[], FileProblem>> {
  const targets: TargetFile[] = [];
  for (const [index, target] of profile.exports.entries()) {
    const file = exportFile(profile, index, doctorId, senders.senders);
    if (!file.ok) return file;
    const content = await renderContent(target, file.value, senders, doctorId);
    if (!content.ok) return content;
    if (content.value !== 'as it is') targets.push({ file: file.value, content: content.value });
  }
  return succeed(targets);
}

async function renderContent(
  target: Export,
  file: string,
  senders: SendersFile,
  doctorId: string,
): Promise<Result<Buffer | null | 'as it is', FileProblem>> {
  const own = senders.senders.find((sender) => sender.doctorId === doctorId);
  if (target.per === 'doctor') {
    if (own === undefined) return succeed(null);
    if (!canSend(own)) return succeed('as it is');
  }
  const template = await readLenient({ which: 'export', file: target.template });
  if (!template.ok) return template;
  const { updatedAt } = senders;
  const usable = senders.senders.filter(canSend);
  const view =
    target.per === 'doctor' && own !== undefined
      ? { ...senderView(own, 0, 1), updatedAt }
      : {
          ...senders,
          senders: usable.map((sender, index) => senderView(sender, index, usable.length)),
        };
  // Only a record that wants exports loads what writes them.
  const { renderExport } = await import('./template.ts');
  return renderExport(template.value, target, file, view);
}

function canSend({ smtp, credential }: Sender): boolean {
  return smtp !== null && credential !== null;
}

/** An entry as templates see it: with the few derived values that logic-less templates need. */
function senderView(sender: Sender, index: number, count: number): Record<string, unknown> {
  const { smtp } = sender;
  return {
    failing: null,
    mailPlusRequestedAt: null,
    ...sender,
    smtp: smtp && {
      ...smtp,
      isTls: smtp.security === 'tls',
      isStarttls: smtp.security === 'starttls',
      /** For `dword:` values of the Windows registry. */
      portHex: smtp.port.toString(16).padStart(8, '0'),
    },
    number: index + 1,
    isFirst: index === 0,
    isLast: index === count - 1,
  };
}

/** Every file that a save for this doctor may touch: a left-over journal may name no other. */
export function exportFilesOf(profile: RecordProfile, doctorId: string): string[] {
  return profile.exports.flatMap((_, index) => {
    const file = exportFile(profile, index, doctorId, []);
    return file.ok ? [file.value] : [];
  });
}

function exportFile(
  profile: RecordProfile,
  index: number,
  doctorId: string,
  senders: readonly Sender[],
): Result<string, FileProblem> {
  const pattern = profile.exports[index]?.path ?? '';
  const refuse = (detail: string): Result<string, FileProblem> =>
    fail({
      code: 'value-not-writable',
      which: 'export',
      file: pattern,
      line: null,
      key: 'doctorId',
      detail: `doctorId ${JSON.stringify(doctorId)}: ${detail}`,
    });
  const refusePath = (detail: string): Result<string, FileProblem> =>
    fail(
      malformed({ which: 'profile', file: profile.file ?? profile.sendersFile }, detail, {
        key: `exports[${index}].path`,
      }),
    );
  const file = fill(pattern, doctorId);
  if (pattern !== file && !isSafeInName(pattern, doctorId)) {
    return refuse('it cannot be part of a file name');
  }
  const same = (other: string) => other.toLowerCase() === file.toLowerCase();
  if (profile.exports[index]?.per === 'doctor') {
    const other = senders.find(
      (sender) => sender.doctorId !== doctorId && same(fill(pattern, sender.doctorId)),
    );
    if (other !== undefined) {
      const detail = `the file would also be that of "${other.doctorId}"`;
      return hasDoctorTag(pattern) ? refuse(detail) : refusePath(`${detail}: name it {{doctorId}}`);
    }
  }
  const taken = [
    profile.file,
    profile.doctorsFile,
    profile.sendersFile,
    profile.providersFile,
    ...profile.exports.map(({ template }) => template),
    ...profile.exports.slice(0, index).map((earlier) => fill(earlier.path, doctorId)),
  ];
  if (taken.some((other) => other !== null && same(other))) {
    return refusePath(`the export would replace ${file}, which has another use`);
  }
  return succeed(file);
}

function fill(pattern: string, doctorId: string): string {
  return pattern.replace(DOCTOR_TAG, () => doctorId);
}

function isSafeInName(pattern: string, doctorId: string): boolean {
  if (NOT_IN_A_NAME.test(doctorId) || CONTROL_CHARACTER.test(doctorId)) return false;
  return pattern
    .split(/[\\/]/)
    .filter((segment) => segment !== fill(segment, doctorId))
    .map((segment) => fill(segment, doctorId))
    .every((name) => !/^\.\.?$|[. ]$/.test(name) && !RESERVED_NAME.test(name));
}

/** Whether a path of the profile names anything but the doctor: paths know no other tag. */
export function hasUnknownTag(pattern: string): boolean {
  return /\{\{|\}\}/.test(pattern.replace(DOCTOR_TAG, ''));
}

export function hasDoctorTag(pattern: string): boolean {
  return pattern !== fill(pattern, '');
}
