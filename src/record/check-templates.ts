import { fail, type Result, succeed } from '../result.ts';
import { keyText } from './json-text.ts';
import { type FileProblem, malformed } from './problem.ts';
import type { Export, RecordProfile } from './profile.ts';
import { readJson, readLenient } from './text-file.ts';

/**
 * Whether the exports of a profile can be written at all: told before a doctor has answered
 * everything. Apart from reading the profile, because whoever saves nothing needs no template: the
 * record goes on sending without them.
 */
export async function checkTemplates({
  file,
  exports,
}: Pick<RecordProfile, 'file' | 'exports'>): Promise<Result<void, FileProblem>> {
  for (const [index, target] of exports.entries()) {
    const usable = await checkTemplateFile(target);
    if (usable.ok) continue;
    const { problem } = usable;
    if (problem.code === 'file-malformed' || file === null) return usable;
    return fail(await wrongInProfile(file, ['exports', index, 'template'], problem.detail));
  }
  return succeed(undefined);
}

async function checkTemplateFile(target: Export): Promise<Result<void, FileProblem>> {
  const template = await readLenient({ which: 'export', file: target.template });
  if (!template.ok) return template;
  const { checkTemplate } = await import('./template.ts');
  return checkTemplate(template.value.replaceAll('\r\n', '\n'), target);
}

/** What does not open is more likely a slip in the profile than a template that somebody took. */
async function wrongInProfile(
  file: string,
  key: readonly PropertyKey[],
  detail: string,
): Promise<FileProblem> {
  const subject = { which: 'profile', file } as const;
  const document = await readJson(subject);
  const line = document.ok ? document.value.lineOf(key) : null;
  return malformed(subject, detail, { line, key: keyText(key) });
}
