import './current-view.ts';
import './fonts.css';
import './global.css';
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createTexts } from '../src/texts/index.ts';
import { App } from './app.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// Fluent writes its rules into style elements at run time: the CSP lets them in by this nonce.
const styles = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const root = document.getElementById('root');

if (root !== null) {
  createRoot(root).render(
    <RendererProvider renderer={styles} targetDocument={document}>
      <I18nextProvider i18n={createTexts('it')}>
        <App />
      </I18nextProvider>
    </RendererProvider>,
  );
}
