import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { ExampleBanner } from './components/example-banner.tsx';
import { FaultBoundary } from './components/fault-boundary.tsx';
import { Frame } from './components/frame.tsx';
import { HelpCard } from './components/help-card.tsx';
import { Product } from './components/product.tsx';
import { WhereWeAre } from './components/where-we-are.tsx';
import { useCurrentView } from './current-view.ts';
import { useMedia } from './media.ts';
import { CurrentPage } from './pages/index.tsx';
import { themeFor } from './theme.ts';
import { ViewContext } from './view.ts';

const useStyles = makeStyles({ root: { height: '100%' } });

/**
 * The frame and the product's name stand at once; what fills the frame comes with the first view, and is drawn
 * sooner for it.
 */
export function App() {
  const view = useCurrentView();
  const styles = useStyles();
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(forced-colors: active)');
  useEffect(() => {
    if (view !== null) document.documentElement.lang = view.language;
  }, [view]);
  return (
    <FluentProvider theme={themeFor({ dark, contrast })} className={styles.root}>
      <ViewContext value={view}>
        <Frame
          where={
            <>
              <Product />
              {view && <WhereWeAre />}
            </>
          }
          help={view && <HelpCard />}
        >
          {view && (
            <>
              <ExampleBanner />
              <FaultBoundary key={view.page.name}>
                <CurrentPage page={view.page} />
              </FaultBoundary>
            </>
          )}
        </Frame>
      </ViewContext>
    </FluentProvider>
  );
}
