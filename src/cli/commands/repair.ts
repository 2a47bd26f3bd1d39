import type { CommandModule } from '../cli.ts';
import { refuse } from '../outcome.ts';

/** The installed program takes this word itself and opens its window; plain Node has none. */
export const repair: CommandModule = {
  name: 'repair',
  empty: { ok: false },
  declare: (command, t) => {
    command
      .requiredOption('--doctor <ID>', t('cli.options.doctor'))
      .option('--error <TEXT>', t('cli.options.error'));
  },
  run: async ({ t }, command) => {
    const { doctor } = command.opts<{ doctor: string }>();
    const message = t('cli.error.needsProgram', { id: encodeURIComponent(doctor) });
    return refuse(1, 'needs-installed-program', message);
  },
};
