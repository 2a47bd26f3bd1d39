import { useState } from 'react';
import { Facts, Section } from '../components/content.tsx';
import { Labelled, TextInput } from '../components/fields.tsx';
import { focusFirstProblem } from '../components/first-problem.ts';
import { useLimits } from '../components/limits.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { SaveProblemNotice } from '../components/problem.tsx';
import { TechnicalSender } from '../components/technical-sender.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

export function Review({ page }: PageOf<'review'>) {
  const t = useTexts();
  const { summary } = page;
  const limits = useLimits(summary);
  const [name, setName] = useState(summary.displayName);
  const [checked, setChecked] = useState(false);
  const missing = checked && name.trim() === '';
  const submit = () => {
    setChecked(true);
    if (name.trim() === '') return focusFirstProblem();
    if (page.saving) return;
    send({ type: 'SAVE', displayName: name.trim() });
  };
  return (
    <Page
      title={t('pages.review.title')}
      lead={t(page.problem ? 'pages.review.notSaved' : 'pages.review.lead')}
      drawing="done"
      primary={{
        label: t(`pages.review.${page.saving ? 'saving' : page.problem ? 'again' : 'primary'}`),
        disabled: page.saving,
      }}
      onSubmit={submit}
    >
      {page.problem !== null && <SaveProblemNotice problem={page.problem} />}
      <Notice tone="good">{t('pages.review.accepted', { address: summary.messageTo })}</Notice>
      <Facts
        facts={[
          [t('pages.review.address'), summary.address, 'strong'],
          [t('pages.review.provider'), summary.providerName],
          [t('pages.review.limits'), limits],
        ]}
      />
      <Section>
        <Labelled
          label={t('pages.review.name')}
          problem={missing ? t('pages.review.nameMissing') : null}
        >
          <TextInput
            value={name}
            maxLength={200}
            autoComplete="off"
            onChange={(_, data) => setName(data.value)}
          />
        </Labelled>
      </Section>
      {page.replaces !== null && page.replaces !== summary.address && (
        <Notice tone="info" quiet>
          {t('pages.review.replaces', { address: page.replaces })}
        </Notice>
      )}
      <TechnicalSender summary={summary} />
    </Page>
  );
}
