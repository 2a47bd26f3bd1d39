import { makeStyles, tokens } from '@fluentui/react-components';
import { MailRegular } from '@fluentui/react-icons';
import { SecondaryButton } from '../components/buttons.tsx';
import { Paragraph, Row, Section } from '../components/content.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { SaveProblemNotice } from '../components/problem.tsx';
import { useFormats, usePrice } from '../formats.ts';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';

const useStyles = makeStyles({
  letter: {
    margin: '0 0 8px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  subject: { display: 'block', fontWeight: tokens.fontWeightSemibold, marginBottom: '8px' },
});

type MailPlusPage = PageOf<'mail-plus'>['page'];

function Request({ request }: { readonly request: MailPlusPage['request'] }) {
  const t = useTexts();
  const styles = useStyles();
  const { callCentre } = useView();
  return (
    <Section title={t('pages.mail-plus.request')}>
      <div className={styles.letter}>
        <span className={styles.subject}>
          {t('pages.mail-plus.subject')}: {request.subject}
        </span>
        {request.text.trim()}
      </div>
      <Row>
        {/* Without an address there is nobody to send it to: it is read on the telephone. */}
        {callCentre.email !== null && (
          <SecondaryButton
            icon={<MailRegular />}
            onClick={() => send({ type: 'COMPOSE_MAIL_PLUS_REQUEST' })}
          >
            {t('pages.mail-plus.compose')}
          </SecondaryButton>
        )}
        <CopyButton what="mail-plus-request">{t('pages.mail-plus.copy')}</CopyButton>
      </Row>
    </Section>
  );
}

function Meanwhile() {
  const t = useTexts();
  return (
    <SecondaryButton onClick={() => send({ type: 'CHOOSE', choice: 'personal' })}>
      {t('pages.mail-plus.meanwhile')}
    </SecondaryButton>
  );
}

/** Not asked for yet: the request, ready to send or to read. */
function Ask({ page }: { readonly page: MailPlusPage }) {
  const t = useTexts();
  const { callCentre } = useView();
  const price = usePrice(page.campaign.mailPlus);
  return (
    <Page
      title={t('pages.mail-plus.title')}
      lead={t(callCentre.email === null ? 'pages.mail-plus.leadByPhone' : 'pages.mail-plus.lead', {
        phone: callCentre.phone,
      })}
      drawing="mail-plus"
      primary={{
        label: t('pages.mail-plus.asked'),
        onClick: () => send({ type: 'MAIL_PLUS_ASKED' }),
      }}
      secondary={
        <SecondaryButton onClick={() => send({ type: 'MAIL_PLUS_ARRIVED' })}>
          {t('pages.mail-plus.haveThem')}
        </SecondaryButton>
      }
    >
      {page.problem !== null && <SaveProblemNotice problem={page.problem} />}
      <Section>
        <Paragraph>
          {t(
            page.campaign.mailPlus.paid ? 'pages.mail-plus.cost' : 'pages.mail-plus.costLater',
            price,
          )}
        </Paragraph>
      </Section>
      <Request request={page.request} />
    </Page>
  );
}

/** Asked for: wait, with a personal mailbox meanwhile, and continue from here. */
function Wait({ page, askedAt }: { readonly page: MailPlusPage; readonly askedAt: string }) {
  const t = useTexts();
  const formats = useFormats();
  return (
    <Page
      title={t('pages.mail-plus.waiting.title')}
      lead={t('pages.mail-plus.waiting.lead', { date: formats.date(askedAt) })}
      drawing="mail-plus"
      primary={{
        label: t('pages.mail-plus.waiting.arrived'),
        onClick: () => send({ type: 'MAIL_PLUS_ARRIVED' }),
      }}
      secondary={!page.hasWorkingSender && <Meanwhile />}
    >
      {page.problem !== null && <SaveProblemNotice problem={page.problem} />}
      <Notice tone={page.hasWorkingSender ? 'good' : 'info'}>
        {t(`pages.mail-plus.waiting.${page.hasWorkingSender ? 'working' : 'noSender'}`)}
      </Notice>
      <Disclosure label={t('pages.mail-plus.waiting.again')}>
        <Request request={page.request} />
      </Disclosure>
    </Page>
  );
}

export function MailPlus({ page }: PageOf<'mail-plus'>) {
  return page.askedAt === null ? (
    <Ask page={page} />
  ) : (
    <Wait key="asked" page={page} askedAt={page.askedAt} />
  );
}
