import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { FaultBoundary } from './components/fault-boundary.tsx';
import { Frame } from './components/frame.tsx';
import { useCurrentView } from './current-view.ts';
import { useMedia } from './media.ts';
import { CurrentPage } from './pages/index.tsx';
import { themeFor } from './theme.ts';
import { ViewContext } from './view.ts';

const useStyles = makeStyles({ root: { height: '100%' } });

export function App() {
  const view = useCurrentView();
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
