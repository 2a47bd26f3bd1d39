import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import type { ComponentType, Context } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { vi } from 'vitest';
import type { PageName, PageView, WizardView } from '../../../src/wizard/view.ts';
import { fixturesIn } from '../../screens/fixtures.ts';

/** The window's parts reach for the wizard in the window as soon as they are loaded. */
vi.stubGlobal('window', { mittente: {} });

/** Loaded by its path: these parts need a browser's types, which the tests are checked without. */
const load = async <Part,>(path: string): Promise<Part> =>
  (await import(new URL(`../../../renderer/${path}`, import.meta.url).pathname)) as Part;

const { CurrentPage } = await load<{ CurrentPage: ComponentType<{ page: PageView }> }>(
  'pages/index.tsx',
);
const { Steps } = await load<{ Steps: ComponentType }>('components/steps.tsx');
const { ViewContext } = await load<{ ViewContext: Context<WizardView | null> }>('view.ts');

/** A picture's view, in Italian. */
export function viewIn<Name extends PageName>(page: Name, state: string) {
  const fixture = fixturesIn('it').find((each) => each.page === page && each.state === state);
  if (!fixture) throw new Error(`no fixture ${page}.${state}`);
  return fixture.view as WizardView & { page: Extract<PageView, { name: Name }> };
}

/** What stands in the window with a view, before anybody does anything; `rules`: its styles. */
export function rendered(view: WizardView) {
  const renderer = createDOMRenderer();
  const html = renderToStaticMarkup(
    <RendererProvider renderer={renderer}>
      <ViewContext value={view}>
        <Steps />
        <CurrentPage page={view.page} />
      </ViewContext>
    </RendererProvider>,
  );
  return {
    html,
    rules: Object.keys(renderer.insertionCache),
    /** The words in it, hidden ones too; each element's on their own. */
    words: html.split(/<[^>]*>/).filter((words) => words !== ''),
    /** The names of its buttons, in order. */
    buttons: [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, inside = '']) =>
      inside.replaceAll(/<[^>]*>/g, ''),
    ),
  };
}
