import type { AddressAnswer } from '../../src/wizard/view.ts';
import { useTexts } from '../texts.ts';
import { SecondaryButton } from './buttons.tsx';
import { Paragraph } from './content.tsx';
import { Notice, type Tone } from './notice.tsx';
import { Working } from './working.tsx';

interface Said {
  readonly tone: Tone;
  readonly lines: readonly string[];
  readonly suggestion: string | null;
}

/** The address is not finished: what it lacks, once the at sign is there. */
function missingIn({ problem }: Extract<AddressAnswer, { readonly kind: 'incomplete' }>) {
  return problem === null || problem === 'no-at-sign'
    ? 'pages.address.incomplete'
    : (`pages.address.malformed.${problem}` as const);
}

function useSaid(answer: AddressAnswer): Said | null {
  const t = useTexts();
  switch (answer.kind) {
    case 'empty':
    case 'looking':
      return null;
    case 'incomplete':
      return { tone: 'info', lines: [t(missingIn(answer))], suggestion: null };
    case 'malformed':
      return {
        tone: 'care',
        lines: [t(`pages.address.malformed.${answer.problem}`)],
        suggestion: answer.suggestion,
      };
    case 'known': {
      const found =
        answer.providerName === null
          ? t('pages.address.knownOther')
          : t('pages.address.known', { provider: answer.providerName });
      const need =
        answer.hint ?? t(`pages.address.${answer.needsPreparation ? 'prepare' : 'plain'}`);
      return { tone: 'good', lines: [found, need], suggestion: answer.suggestion };
    }
    case 'blocked':
      return {
        tone: 'care',
        lines: [
          t(`pages.address.blocked.${answer.reason}`),
          ...(answer.hint === null ? [] : [answer.hint]),
          t('pages.address.blockedNext'),
        ],
        suggestion: null,
      };
    case 'unknown':
      return {
        tone: 'info',
        lines: [t(`pages.address.unknown.${answer.reason}`)],
        suggestion: answer.suggestion,
      };
  }
}

/** What the wizard makes of the address while it is being typed. */
export function AddressAnswerLine({
  answer,
  onAccept,
}: {
  readonly answer: AddressAnswer;
  readonly onAccept: (address: string) => void;
}) {
  const t = useTexts();
  const said = useSaid(answer);
  if (answer.kind === 'looking') {
    return <Working label={t('pages.address.looking')} />;
  }
  if (said === null) return null;
  const { suggestion } = said;
  return (
    <>
      <Notice tone={said.tone} quiet>
        {said.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
      {suggestion !== null && (
        <Paragraph>
          <SecondaryButton onClick={() => onAccept(suggestion)}>
            {t('pages.address.suggestion', { address: suggestion })}
          </SecondaryButton>
        </Paragraph>
      )}
    </>
  );
}
