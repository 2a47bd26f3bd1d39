import { Component, type ReactNode } from 'react';
import { useTexts } from '../texts.ts';
import { Page } from './page.tsx';

function Fault({ onAgain }: { readonly onAgain: () => void }) {
  const t = useTexts();
  return (
    <Page
      title={t('common.pageFault.title')}
      lead={t('common.pageFault.lead')}
      primary={{ label: t('common.pageFault.again'), onClick: onAgain }}
    />
  );
}

/** An exception while a page renders is a bug: it is told in place of that page, never a void. */
export class FaultBoundary extends Component<
  { readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Fault onAgain={() => this.setState({ failed: false })} />;
  }
}
