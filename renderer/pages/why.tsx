import { Bullets, Paragraph, Section } from '../components/content.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useFormats } from '../formats.ts';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

function useLead(page: PageOf<'why'>['page']): { readonly title: string; readonly lead: string } {
  const t = useTexts();
  const formats = useFormats();
  const { status, campaign } = page;
  const address = page.senderAddress ?? '';
  switch (status) {
    case 'legacy':
      return {
        title: t('pages.why.legacy.title'),
        lead: t(`pages.why.legacy.${campaign.phase}`, {
          domain: campaign.legacyDomain,
          end: formats.month(campaign.until),
        }),
      };
    case 'not-concerned':
    case 'none':
      return { title: t('pages.why.none.title'), lead: t('pages.why.none.lead') };
    default:
      return {
        title: t(`pages.why.${status}.title`),
        lead: t(`pages.why.${status}.lead`, { address }),
      };
  }
}

/** What happened to the old mailboxes, for those who had one. */
function LegacyStory({ page }: PageOf<'why'>) {
  const t = useTexts();
  const formats = useFormats();
  const { campaign } = page;
  return (
    <>
      <Section title={t('pages.why.happenedTitle')}>
        <Paragraph>{t('pages.why.happened', { date: formats.date(campaign.blockedOn) })}</Paragraph>
        <Bullets items={campaign.reasons.map((reason) => t(`pages.why.reasons.${reason}`))} />
      </Section>
      <Section title={t('pages.why.changesTitle')}>
        <Paragraph>
          {t(`pages.why.changes.${campaign.phase}`, {
            from: formats.date(campaign.from),
            address: page.senderAddress ?? '',
          })}
        </Paragraph>
      </Section>
    </>
  );
}

export function Why({ page }: PageOf<'why'>) {
  const t = useTexts();
  const words = useLead(page);
  const working = page.status === 'verified' || page.status === 'unverified';
  return (
    <Page
      title={words.title}
      lead={words.lead}
      drawing={page.status === 'legacy' ? 'blocked' : 'personal'}
      primary={{ label: t('pages.why.primary'), onClick: () => send({ type: 'CONTINUE' }) }}
    >
      {page.status === 'legacy' && <LegacyStory page={page} />}
      <Section title={t('pages.why.newTitle')}>
        <Paragraph>{t('pages.why.new')}</Paragraph>
      </Section>
      {working && (
        <Notice tone="info" quiet>
          {t('pages.why.safe')}
        </Notice>
      )}
    </Page>
  );
}
