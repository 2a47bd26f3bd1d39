import { makeStyles, tokens } from '@fluentui/react-components';
import type { Choice } from '../../src/record/senders.ts';
import type { CampaignView } from '../../src/wizard/view.ts';
import { usePrice } from '../formats.ts';
import { NARROW, TIGHT } from '../media.ts';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';
import { SecondaryButton } from './buttons.tsx';
import { Drawing } from './drawing.tsx';

const ROWS = ['cost', 'help', 'patient', 'time', 'limits'] as const;

type Row = (typeof ROWS)[number];

/** Heading and rows: each a row of the grid that both cards share. */
const SPAN = ROWS.length + 1;

/** What the button takes at a card's lower edge. */
const FOOT = '68px';

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(208px, 1fr))',
    columnGap: '24px',
    [TIGHT]: { columnGap: '16px' },
  },
  card: {
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridRow: `span ${SPAN}`,
    padding: '16px 24px 0',
    [TIGHT]: { padding: '16px 16px 0' },
    [NARROW]: { marginBottom: '16px' },
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    minWidth: '0',
  },
  head: {
    gridArea: '1 / 1 / 2 / 2',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    alignContent: 'start',
    columnGap: '8px',
    paddingBottom: '8px',
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: {
    gridColumn: '1 / -1',
    margin: '0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  rows: {
    display: 'grid',
    gridTemplateRows: 'subgrid',
    gridArea: `2 / 1 / span ${ROWS.length} / 2`,
    margin: '0',
    paddingBottom: FOOT,
  },
  row: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  term: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  value: { margin: '0' },
  /** In sight at once, however short the window: both cards keep theirs at the lower edge. */
  foot: {
    gridArea: '1 / 1 / -1 / 2',
    position: 'sticky',
    bottom: '-24px',
    padding: '8px 0 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { position: 'static' },
    backgroundColor: tokens.colorNeutralBackground1,
    alignSelf: 'end',
  },
  button: { width: '100%' },
});

interface CardProps {
  readonly choice: Choice;
  readonly chosen: boolean;
  readonly words: Readonly<Record<Row | 'title' | 'note' | 'button' | 'drawing', string>>;
}

function Card({ choice, chosen, words }: CardProps) {
  const t = useTexts();
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={words.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <Drawing name={choice} title={words.drawing} small />
        <p className={styles.note}>
          {words.note}
          {chosen && ` · ${t('pages.choice.chosen')}`}
        </p>
      </div>
      <dl className={styles.rows}>
        {ROWS.map((row) => (
          <div key={row} className={styles.row}>
            <dt className={styles.term}>{t(`pages.choice.rows.${row}`)}</dt>
            <dd className={styles.value}>{words[row]}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.foot}>
        <SecondaryButton className={styles.button} onClick={() => send({ type: 'CHOOSE', choice })}>
          {words.button}
        </SecondaryButton>
      </div>
    </section>
  );
}

/** Both choices with the same rows in the same order, readable across; none is pre-selected. */
export function ChoiceCards({
  campaign,
  previous,
}: {
  readonly campaign: CampaignView;
  readonly previous: Choice | null;
}) {
  const t = useTexts();
  const styles = useStyles();
  const { callCentre } = useView();
  const price = usePrice(campaign.mailPlus);
  return (
    <div className={styles.cards}>
      <Card
        choice="personal"
        chosen={previous === 'personal'}
        words={{
          ...t('pages.choice.personalRows', { returnObjects: true }),
          title: t('pages.choice.personal'),
          note: t('pages.choice.personalNote'),
          drawing: t('pages.choice.drawing.personal'),
          button: t('pages.choice.choosePersonal'),
        }}
      />
      <Card
        choice="mail-plus"
        chosen={previous === 'mail-plus'}
        words={{
          ...t('pages.choice.mailPlusRows', { returnObjects: true }),
          cost: t(
            `pages.choice.mailPlusRows.${campaign.mailPlus.paid ? 'cost' : 'costLater'}`,
            price,
          ),
          help: t('pages.choice.mailPlusRows.help', { phone: callCentre.phone }),
          title: t('pages.choice.mailPlus'),
          note: t('pages.choice.mailPlusNote'),
          drawing: t('pages.choice.drawing.mailPlus'),
          button: t('pages.choice.chooseMailPlus'),
        }}
      />
    </div>
  );
}
