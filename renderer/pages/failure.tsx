import { SecondaryButton } from '../components/buttons.tsx';
import { Bullets, NumberedSteps, Paragraph, Row, Section } from '../components/content.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { Disclosure, Lines } from '../components/disclosure.tsx';
import { useFailureActions } from '../components/failure-actions.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { useSecondsUntil } from '../components/seconds-until.ts';
import { StageList } from '../components/stage-list.tsx';
import { useHidden } from '../components/styles.ts';
import { useFormats } from '../formats.ts';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { useView } from '../view.ts';

function Countdown({ seconds }: { readonly seconds: number }) {
  const t = useTexts();
  const formats = useFormats();
  const hidden = useHidden();
  const now = t('pages.failure.retryNow');
  return (
    <>
      <Notice tone="info">
        {seconds > 0 ? t('pages.failure.retryIn', { time: formats.duration(seconds) }) : now}
      </Notice>
      {/* Said once, when the wait is over: every second would be too much. */}
      <p className={hidden} role="status">
        {seconds > 0 ? '' : now}
      </p>
    </>
  );
}

/** Who helps when the steps are not enough; nobody does where there is nothing but to wait. */
function Helper({ fixableBy }: Pick<PageOf<'failure'>['page'], 'fixableBy'>) {
  const t = useTexts();
  if (fixableBy !== 'technician' && fixableBy !== 'provider') return null;
  return <Paragraph muted>{t(`pages.failure.helper.${fixableBy}`)}</Paragraph>;
}

export function Failure({ page }: PageOf<'failure'>) {
  const view = useView();
  const t = useTexts();
  const seconds = useSecondsUntil(page.retryAt);
  const actionOf = useFailureActions(page.providerName);
  const primary = actionOf(page.primary);
  return (
    <Page
      title={page.advice.title}
      lead={page.advice.happened}
      drawing="blocked"
      primary={{
        label: primary.label,
        onClick: primary.act,
        disabled: page.primary === 'wait-and-retry' && seconds > 0,
      }}
    >
      <Section title={t('pages.failure.steps')}>
        <NumberedSteps steps={page.advice.steps} />
        <Helper fixableBy={page.fixableBy} />
      </Section>
      {page.retryAt !== null && <Countdown seconds={seconds} />}
      {page.secondary.length > 0 && (
        <Section>
          <Row>
            {page.secondary.map((action) => {
              const { label, act } = actionOf(action);
              return (
                <SecondaryButton key={action} onClick={act}>
                  {label}
                </SecondaryButton>
              );
            })}
          </Row>
        </Section>
      )}
      {page.alternatives.length > 0 && (
        <Section title={t('pages.failure.alternatives')}>
          <Bullets items={page.alternatives} />
        </Section>
      )}
      <Paragraph muted>
        {[
          t('pages.failure.kept'),
          ...(page.keepsSender ? [t('pages.failure.keptSender')] : []),
          t('pages.failure.call', { phone: view.callCentre.phone }),
        ].join(' ')}
      </Paragraph>
      <Disclosure label={t('pages.failure.reached')}>
        <StageList {...page} />
      </Disclosure>
      <Disclosure label={t('common.details')}>
        <Lines lines={page.technical} />
        <CopyButton what="technical-details">{t('pages.failure.copy')}</CopyButton>
      </Disclosure>
    </Page>
  );
}
