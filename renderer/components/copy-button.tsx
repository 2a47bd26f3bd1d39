import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useState } from 'react';
import type { CopyKind } from '../../src/wizard/view.ts';
import { useTexts } from '../texts.ts';
import { send, useView } from '../view.ts';
import { QuietButton } from './buttons.tsx';

/** How long "copied" stands in place of the button's words, in milliseconds. */
const SAID_FOR = 3000;

/** Asks the main process to copy; says so when the view tells that it was done. */
export function CopyButton({
  what,
  children,
}: {
  readonly what: CopyKind;
  readonly children: ReactNode;
}) {
  const { lastCopied } = useView();
  const t = useTexts();
  const [asked, setAsked] = useState(false);
  const [copied, setCopied] = useState(false);
  const count = lastCopied?.what === what ? lastCopied.count : 0;
  useEffect(() => {
    if (count === 0 || !asked) return;
    setCopied(true);
    const timer = setTimeout(() => setCopied(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [count, asked]);
  return (
    <QuietButton
      icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => {
        setAsked(true);
        send({ type: 'COPY', what });
      }}
    >
      <span aria-live="polite">{copied ? t('common.help.copied') : children}</span>
    </QuietButton>
  );
}
