import { Field, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { Disclosure } from './disclosure.tsx';
import { TextInput } from './fields.tsx';
import { HandoutResult } from './handout-result.tsx';
import { HandoutButtons } from './handouts.tsx';

const useStyles = makeStyles({
  technician: { maxWidth: '400px', marginBottom: '8px' },
  /** Their words stand in line with the text above; where buttons have borders, the borders do. */
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: '0 0 8px -8px',
    '@media (forced-colors: active)': { gap: '8px', marginLeft: '0' },
  },
});

/** What a technician leaves behind, signed: printed or saved from the table of doctors. */
export function WorkReport() {
  const t = useTexts();
  const styles = useStyles();
  const [technician, setTechnician] = useState('');
  const name = t('pages.handouts.names.work-report');
  return (
    <Disclosure label={name}>
      <Field
        className={styles.technician}
        label={t('pages.handouts.technician')}
        hint={t('pages.handouts.technicianHint')}
      >
        <TextInput
          value={technician}
          maxLength={200}
          autoComplete="off"
          onChange={(_, { value }) => setTechnician(value)}
        />
      </Field>
      <div className={styles.actions}>
        <HandoutButtons
          name={name}
          onWay={(way) => send({ type: 'WORK_REPORT', technician, way })}
        />
      </div>
      <HandoutResult />
    </Disclosure>
  );
}
