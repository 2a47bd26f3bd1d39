import { makeStyles, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { Security } from '../../src/smtp/server.ts';
import { QuietButton } from '../components/buttons.tsx';
import { Bullets, Section } from '../components/content.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Labelled, RadioButton, TextInput } from '../components/fields.tsx';
import { focusFirstProblem } from '../components/first-problem.ts';
import { Page } from '../components/page.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: '16px', maxWidth: '480px', marginBottom: '16px' },
  port: { maxWidth: '160px' },
});

/** RFC 8314, section 7.3: 465 is implicit TLS, 587 is STARTTLS. */
const USUAL_PORT = { tls: '465', starttls: '587' } as const satisfies Record<Security, string>;

const HOST = /^[a-z0-9_.:-]+$/i;

export function Server({ page }: PageOf<'server'>) {
  const t = useTexts();
  const styles = useStyles();
  const [host, setHost] = useState(page.server.host);
  const [port, setPort] = useState(String(page.server.port));
  const [security, setSecurity] = useState<Security>(page.server.security);
  const [username, setUsername] = useState(page.username);
  const [checked, setChecked] = useState(false);
  // Who changes settings that were found or typed knows them; others need the server's name alone.
  const [inSight, setInSight] = useState(page.reason === 'edited');

  const portNumber = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
  const problems = {
    host: HOST.test(host.trim()) ? null : t('pages.server.hostProblem'),
    port: portNumber >= 1 && portNumber <= 65535 ? null : t('pages.server.portProblem'),
    username: username.trim() === '' ? t('pages.server.usernameProblem') : null,
  };
  const said = (problem: string | null) => (checked ? problem : null);

  const choose = (next: Security) => {
    // A port that was typed stays; the other kind's usual one follows.
    if (port === USUAL_PORT[security]) setPort(USUAL_PORT[next]);
    setSecurity(next);
  };
  const submit = () => {
    setChecked(true);
    if (problems.port !== null || problems.username !== null) setInSight(true);
    if (Object.values(problems).some((problem) => problem !== null)) return focusFirstProblem();
    send({
      type: 'SUBMIT_SERVER',
      server: { host: host.trim().toLowerCase(), port: portNumber, security },
      username: username.trim(),
    });
  };

  const details = (
    <div className={styles.form}>
      <Labelled label={t('pages.server.security')}>
        <RadioGroup
          value={security}
          onChange={(_, data) => choose(data.value === 'starttls' ? 'starttls' : 'tls')}
        >
          <RadioButton value="tls" label={t('pages.server.tls')} />
          <RadioButton value="starttls" label={t('pages.server.starttls')} />
        </RadioGroup>
      </Labelled>
      <Labelled
        label={t('pages.server.port')}
        className={styles.port}
        problem={said(problems.port)}
      >
        <TextInput inputMode="numeric" value={port} onChange={(_, data) => setPort(data.value)} />
      </Labelled>
      <Labelled label={t('pages.server.username')} problem={said(problems.username)}>
        <TextInput
          spellCheck={false}
          autoComplete="off"
          value={username}
          onChange={(_, data) => setUsername(data.value)}
        />
      </Labelled>
    </div>
  );

  return (
    <Page
      title={t('pages.server.title')}
      lead={t(`pages.server.lead.${page.reason}`, { address: page.address })}
      primary={{ label: t('pages.server.primary') }}
      secondary={
        <QuietButton onClick={() => send({ type: 'CHANGE_ADDRESS' })}>
          {t('pages.server.other')}
        </QuietButton>
      }
      onSubmit={submit}
    >
      <Disclosure label={t('pages.server.ask')}>
        <Bullets items={t('pages.server.askItems', { returnObjects: true })} />
      </Disclosure>
      <div className={styles.form}>
        <Labelled label={t('pages.server.host')} problem={said(problems.host)}>
          <TextInput
            spellCheck={false}
            autoComplete="off"
            placeholder="mail.example.com"
            value={host}
            onChange={(_, data) => setHost(data.value)}
          />
        </Labelled>
      </div>
      {inSight ? (
        <Section title={t('common.details')}>{details}</Section>
      ) : (
        <Disclosure label={t('common.details')}>{details}</Disclosure>
      )}
    </Page>
  );
}
