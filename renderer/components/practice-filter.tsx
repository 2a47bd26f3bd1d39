import { Field, makeStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useTexts } from '../texts.ts';
import { SelectBox, TextInput } from './fields.tsx';
import { type PracticeFilter, STATUS_FILTERS } from './practice-rows.ts';

const useStyles = makeStyles({
  filter: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', marginBottom: '8px' },
  /** Beside each other as long as a name can be typed. */
  search: {
    flex: '1 1 200px',
    minWidth: '0',
    maxWidth: '400px',
    '& input': { width: '100%', minWidth: '0' },
    // Chromium's cross, in a colour of its own, lies on what is typed where there is little room.
    '& input::-webkit-search-cancel-button': { display: 'none' },
  },
  status: { flex: '0 1 200px', minWidth: '0' },
});

/** Finds doctors among many: by name or address, and by what is to do for them. */
export function PracticeFilterBar({
  filter,
  onChange,
}: {
  readonly filter: PracticeFilter;
  readonly onChange: (filter: PracticeFilter) => void;
}) {
  const t = useTexts();
  const styles = useStyles();
  const words = {
    all: t('pages.practice.filter.status.all'),
    'to-do': t('pages.practice.filter.status.to-do'),
    failing: t('common.status.failing'),
    done: t('pages.practice.filter.status.done'),
  };
  return (
    <search className={styles.filter}>
      <Field className={styles.search} label={t('pages.practice.filter.search')}>
        <TextInput
          type="search"
          contentBefore={<SearchRegular />}
          placeholder={t('pages.practice.filter.placeholder')}
          value={filter.text}
          maxLength={200}
          autoComplete="off"
          onChange={(_, { value }) => onChange({ ...filter, text: value })}
        />
      </Field>
      <Field className={styles.status} label={t('pages.practice.filter.show')}>
        <SelectBox
          value={filter.status}
          onChange={(_, { value }) => {
            const status = STATUS_FILTERS.find((each) => each === value) ?? 'all';
            onChange({ ...filter, status });
          }}
        >
          {STATUS_FILTERS.map((status) => (
            <option key={status} value={status}>
              {words[status]}
            </option>
          ))}
        </SelectBox>
      </Field>
    </search>
  );
}
