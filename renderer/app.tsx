import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { WizardView } from '../src/wizard/view.ts';
import { FaultBoundary } from './components/fault-boundary.tsx';
import { Frame } from './components/frame.tsx';
import { useMedia } from './media.ts';
import { CurrentPage } from './pages/index.tsx';
import { themeFor } from './theme.ts';
import { ViewContext, wizard } from './view.ts';

const useStyles = makeStyles({ root: { height: '100%' } });

/** The view as the wizard last sent it; null until the first one. */
function useWizardView(): WizardView | null {
  const [view, setView] = useState<WizardView | null>(null);
  useEffect(() => {
    let live = true;
    const stop = wizard.onView(setView);
    // A view that was sent meanwhile is newer than the answer to this question.
    void wizard.current().then((first) => live && setView((seen) => seen ?? first));
    return () => {
      live = false;
      stop();
    };
  }, []);
  return view;
}

export function App() {
  const view = useWizardView();
  const styles = useStyles();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(forced-colors: active)');
  useEffect(() => {
    if (view !== null) document.documentElement.lang = view.language;
  }, [view]);
  if (view === null) return null;
  return (
    <FluentProvider theme={themeFor({ dark, contrast })} className={styles.root}>
      <ViewContext value={view}>
        <Frame>
          <FaultBoundary key={view.page.name}>
            <CurrentPage page={view.page} />
          </FaultBoundary>
        </Frame>
      </ViewContext>
    </FluentProvider>
  );
}
