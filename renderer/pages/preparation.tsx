import { BookOpenRegular, OpenRegular } from '@fluentui/react-icons';
import { QuietButton, SecondaryButton } from '../components/buttons.tsx';
import { NumberedSteps, Paragraph, Row, Section } from '../components/content.tsx';
import { Page } from '../components/page.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

export function Preparation({ page }: PageOf<'preparation'>) {
  const t = useTexts();
  const words = `pages.preparation.${page.optional ? 'optional' : page.passwordKind}` as const;
  const provider = page.providerName;
  return (
    <Page
      title={t(`${words}.title`)}
      lead={t(`${words}.lead`, { provider })}
      drawing="key"
      primary={{ label: t(`${words}.have`), onClick: () => send({ type: 'CONTINUE' }) }}
    >
      <Section>
        <NumberedSteps steps={page.steps} />
      </Section>
      <Row>
        {page.hasPage && (
          <SecondaryButton
            icon={<OpenRegular />}
            onClick={() => send({ type: 'OPEN_LINK', link: 'provider-page' })}
          >
            {t('pages.preparation.openPage', { provider })}
          </SecondaryButton>
        )}
        {page.hasHelp && (
          <QuietButton
            icon={<BookOpenRegular />}
            onClick={() => send({ type: 'OPEN_LINK', link: 'provider-help' })}
          >
            {t('pages.preparation.openHelp', { provider })}
          </QuietButton>
        )}
      </Row>
      {page.hasPage && <Paragraph muted>{t('pages.preparation.note')}</Paragraph>}
    </Page>
  );
}
