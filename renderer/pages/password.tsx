import { useRef } from 'react';
import { QuietButton } from '../components/buttons.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { PasswordInput } from '../components/password-input.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

export function Password({ page }: PageOf<'password'>) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  // The password lives in the input alone: read once, sent once, cleared.
  const submit = () => {
    if (input.current === null) return;
    const password = input.current.value;
    input.current.value = '';
    send({ type: 'SUBMIT_PASSWORD', password });
    input.current.focus();
  };
  return (
    <Page
      title={t(`pages.password.title.${page.passwordKind}`)}
      lead={t(`pages.password.lead.${page.passwordKind}`, { address: page.address })}
      drawing="key"
      primary={{ label: t('pages.password.primary') }}
      onSubmit={submit}
    >
      <PasswordInput
        ref={input}
        label={t(`pages.password.label.${page.passwordKind}`)}
        problem={page.problem === null ? null : t(`pages.password.problem.${page.problem}`)}
      />
      <Notice tone="info" quiet>
        {t('pages.password.kept')}
      </Notice>
      {page.preparation !== null && (
        <QuietButton inLine onClick={() => send({ type: 'SHOW_PREPARATION' })}>
          {t(
            `pages.password.howTo.${page.preparation === 'some' ? 'optional' : page.passwordKind}`,
          )}
        </QuietButton>
      )}
    </Page>
  );
}
