import { z } from '../zod.ts';
import { answersSchema } from './answers.ts';
import { doctorsFileSchema } from './doctors.ts';
import { recordProfileSchema } from './profile.ts';
import { sendersFileSchema } from './senders.ts';

const CONTRACT = {
  senders: ['The senders of a practice', sendersFileSchema],
  'record-profile': ['How one record program is served', recordProfileSchema],
  doctors: ['The doctors that a record exports', doctorsFileSchema],
  answers: ['What to set up for many doctors', answersSchema],
} as const;

/**
 * The JSON Schemas (draft 2020-12) of the files that other programs read or write, by file name.
 * They describe what a file may contain, so a key with a default may be left out.
 */
export function contractSchemas(): Map<string, string> {
  return new Map(
    Object.entries(CONTRACT).map(([name, [title, schema]]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
