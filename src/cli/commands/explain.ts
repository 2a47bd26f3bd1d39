import { z } from 'zod';
import { type ErrorLine, explain } from '../../diagnosis/diagnose.ts';
import { STAGES } from '../../smtp/evidence.ts';
import { type CommandModule, open } from '../cli.ts';
import { readLines } from '../io.ts';
import { answer, refuseProblem } from '../outcome.ts';
import { sayDiagnosis, tellDiagnosis } from '../report.ts';

const lineSchema = z.object({
  text: z.string(),
  stage: z.enum(STAGES).nullish().catch(null),
  host: z.string().nullish(),
  provider: z.string().nullish(),
  config: z.string().nullish(),
});

/** One diagnosis for each line read, in order: JSON lines, or words when a person reads and types. */
export const explainCommand: CommandModule = {
  name: 'explain',
  empty: { cause: null, stage: null, fixableBy: null, title: null, steps: [] },
  declare: () => undefined,
  run: async (cli) => {
    const { io, output, t } = cli;
    const services = await open(cli);
    if (!services.ok) return refuseProblem(services.problem, t);
    const asJson = output.json || !output.showsToPerson;
    for await (const line of readLines(io.stdin)) {
      const { error, isJson } = readLine(line);
      const about = { provider: null, address: null };
      const told = tellDiagnosis(explain(error), about, services.value, cli);
      if (asJson || isJson) {
        const { cause, stage, fixableBy } = told.diagnosis;
        const { title, steps } = told.advice;
        output.jsonLine({ cause, stage, fixableBy, title, steps });
      } else {
        sayDiagnosis(output, t, told);
        output.say('');
      }
    }
    return answer(0, null);
  },
};

/** A JSON line where it is one of ours; anything else is an error's own words, braces or not. */
export function readLine(line: string): { readonly error: ErrorLine; readonly isJson: boolean } {
  if (line.trimStart().startsWith('{')) {
    try {
      const parsed = lineSchema.safeParse(JSON.parse(line));
      if (parsed.success) return { error: withoutNulls(parsed.data), isJson: true };
    } catch {
      // Not JSON: an error line that happens to begin with a brace.
    }
  }
  return { error: { text: line }, isJson: false };
}

function withoutNulls({
  text,
  stage,
  host,
  provider,
  config,
}: z.infer<typeof lineSchema>): ErrorLine {
  return {
    text,
    ...(stage ? { stage } : {}),
    ...(host ? { host } : {}),
    ...(provider ? { provider } : {}),
    ...(config ? { config } : {}),
  };
}
