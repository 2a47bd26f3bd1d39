import { type ErrorLine, explain } from '../../diagnosis/diagnose.ts';
import type { Catalogue, Provider } from '../../providers/catalogue.ts';
import { findById } from '../../providers/lookup.ts';
import { STAGES } from '../../smtp/evidence.ts';
import { z } from '../../zod.ts';
import { type CommandModule, open } from '../cli.ts';
import { readLines } from '../io.ts';
import { answer, refuseProblem } from '../outcome.ts';
import { sayDiagnosis, tellDiagnosis } from '../report.ts';

const lineSchema = z.object({
  text: z.string(),
  stage: z.catch(z.nullish(z.enum(STAGES)), null),
  host: z.nullish(z.string()),
  provider: z.nullish(z.string()),
  config: z.nullish(z.string()),
});

/** One diagnosis for each line read, in order: JSON lines, or words when a person reads and types. */
export const explainCommand: CommandModule = {
  name: 'explain',
  lines: true,
  empty: { cause: null, stage: null, fixableBy: null, title: null, steps: [] },
  declare: () => undefined,
  run: async (cli) => {
    const { io, output, t } = cli;
    const services = await open(cli);
    if (!services.ok) return refuseProblem(services.problem, t);
    const { catalogue } = services.value;
    const asJson = output.json || !output.showsToPerson;
    for await (const line of readLines(io.stdin)) {
      const { error, isJson } = readLine(line);
      const provider = error.provider ? findProvider(catalogue, error.provider) : null;
      const about = { provider, address: null };
      const told = tellDiagnosis(explain(error, { provider }), about, services.value, cli);
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

/** Whoever writes the log may know the provider by its id here, or by its name. */
function findProvider(catalogue: Catalogue, words: string): Provider | null {
  const sought = words.trim().toLowerCase();
  const named = ({ name }: Provider) => name.toLowerCase() === sought;
  return findById(catalogue, sought) ?? catalogue.providers.find(named) ?? null;
}

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
