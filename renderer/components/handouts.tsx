import { makeStyles, tokens } from '@fluentui/react-components';
import { PrintRegular, SaveRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { DoctorHandout, HandoutWay } from '../../src/wizard/events.ts';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';
import { QuietButton } from './buttons.tsx';
import { Paragraph, Section } from './content.tsx';
import { CopyButton } from './copy-button.tsx';
import { HandoutResult } from './handout-result.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0 0 8px', padding: '0' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  /** Their words stand in line with the row's; where buttons have borders, the borders do. */
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: '0 -8px',
    '@media (forced-colors: active)': { gap: '8px', margin: '0' },
  },
});

/** Prints or saves; its whole name says which sheet, for who hears the button alone. */
export function HandoutButtons({
  name,
  onWay,
}: {
  readonly name: string;
  readonly onWay: (way: HandoutWay) => void;
}) {
  const t = useTexts();
  const working = useView().handout?.state === 'working';
  const button = (way: HandoutWay, icon: ReactElement) => {
    const label = t(`pages.handouts.${way}`);
    return (
      <QuietButton
        icon={icon}
        aria-label={`${label}: ${name}`}
        disabledFocusable={working}
        onClick={() => onWay(way)}
      >
        {label}
      </QuietButton>
    );
  };
  return (
    <>
      {button('print', <PrintRegular />)}
      {button('save', <SaveRegular />)}
    </>
  );
}

const SHEETS: readonly DoctorHandout[] = ['summary', 'notice-a4', 'notice-a5'];

/** What a doctor takes away from the last page. */
export function Handouts() {
  const t = useTexts();
  const styles = useStyles();
  return (
    <Section title={t('pages.handouts.title')}>
      <Paragraph>{t('pages.handouts.tell')}</Paragraph>
      <ul className={styles.list}>
        {SHEETS.map((handout) => {
          const name = t(`pages.handouts.names.${handout}`);
          return (
            <li key={handout} className={styles.row}>
              <span>{name}</span>
              <span className={styles.actions}>
                <HandoutButtons
                  name={name}
                  onWay={(way) => send({ type: 'HANDOUT', handout, way })}
                />
              </span>
            </li>
          );
        })}
        <li className={styles.row}>
          <span>{t('pages.handouts.names.message')}</span>
          <span className={styles.actions}>
            <CopyButton what="patients-message">{t('pages.handouts.copy')}</CopyButton>
          </span>
        </li>
      </ul>
      <HandoutResult />
    </Section>
  );
}
