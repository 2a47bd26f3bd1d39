import './current-view.ts';
import './fonts.css';
import './global.css';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createTexts } from '../src/texts/index.ts';
import { App } from './app.tsx';

const root = document.getElementById('root');

if (root !== null) {
  createRoot(root).render(
    <I18nextProvider i18n={createTexts('it')}>
      <App />
    </I18nextProvider>,
  );
}
