import type { SenderSummary } from '../../src/wizard/view.ts';
import { useTexts } from '../texts.ts';
import { Disclosure, Lines } from './disclosure.tsx';

/** The real terms of a sender, one click away. */
export function TechnicalSender({ summary }: { readonly summary: SenderSummary }) {
  const t = useTexts();
  const { host, port, security } = summary.server;
  return (
    <Disclosure label={t('common.details')}>
      <Lines
        lines={[
          `${t('pages.server.host')}: ${host}`,
          `${t('pages.server.port')}: ${port}`,
          `${t('pages.server.security')}: ${security === 'tls' ? 'TLS' : 'STARTTLS'}`,
          `${t('pages.server.username')}: ${summary.username}`,
        ]}
      />
    </Disclosure>
  );
}
