import { makeStyles, tokens } from '@fluentui/react-components';
import { QuietButton } from '../components/buttons.tsx';
import { Facts, Paragraph, Row, Section } from '../components/content.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Handouts } from '../components/handouts.tsx';
import { History } from '../components/history.tsx';
import { useLimits, usePace } from '../components/limits.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useFormats } from '../formats.ts';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';

const useStyles = makeStyles({
  address: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

/** Set up from another account of this computer: here, only the password is asked for. */
function WithoutPassword({ page }: PageOf<'done'>) {
  const t = useTexts();
  return (
    <Page
      title={t('pages.account.title')}
      lead={t('pages.account.lead', { address: page.summary.address })}
      drawing="key"
      primary={{
        label: t('pages.practice.recheck.enterPassword'),
        onClick: () => send({ type: 'RETRY' }),
      }}
    >
      <History changes={page.history} />
    </Page>
  );
}

export function Done({ page }: PageOf<'done'>) {
  return page.passwordMissing ? <WithoutPassword page={page} /> : <Proven page={page} />;
}

function Proven({ page }: PageOf<'done'>) {
  const view = useView();
  const t = useTexts();
  const formats = useFormats();
  const styles = useStyles();
  const { summary, next } = page;
  const limits = useLimits(summary);
  const pace = usePace(summary);
  const primary =
    next !== null
      ? {
          label: t('pages.done.next', { name: next.name }),
          onClick: () => send({ type: 'OPEN_DOCTOR', doctorId: next.id }),
        }
      : view.canGoHome
        ? { label: t('common.home'), onClick: () => send({ type: 'HOME' }) }
        : { label: t('common.close'), onClick: () => window.close() };
  return (
    <Page
      title={t('pages.done.title')}
      drawing="done"
      primary={primary}
      secondary={<CopyButton what="sender-summary">{t('pages.done.copy')}</CopyButton>}
    >
      <Notice tone="good">
        <p className={styles.address}>{summary.address}</p>
        <p>
          {t('pages.done.proved', {
            date: formats.date(summary.verifiedAt),
            time: formats.time(summary.verifiedAt),
          })}
        </p>
        {page.messageSent && <p>{t('pages.done.accepted')}</p>}
      </Notice>
      <Facts
        facts={[
          [t('pages.done.limits'), limits],
          [t('pages.pace.title'), pace],
          [t('pages.done.stopsTitle'), t('pages.done.stops', { phone: view.callCentre.phone })],
        ]}
      />
      <Row>
        <QuietButton inLine onClick={() => send({ type: 'RETRY' })}>
          {t('pages.done.again')}
        </QuietButton>
        <QuietButton onClick={() => send({ type: 'CHANGE_ADDRESS' })}>
          {t('pages.done.change')}
        </QuietButton>
      </Row>
      <Handouts />
      {page.mailPlusAskedAt !== null && (
        <Section>
          <Paragraph muted>
            {t('pages.done.mailPlus', { date: formats.date(page.mailPlusAskedAt) })}
          </Paragraph>
        </Section>
      )}
      <History changes={page.history} />
    </Page>
  );
}
