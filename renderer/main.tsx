import './current-view.ts';
import './fonts.css';
import './global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');

if (root !== null) createRoot(root).render(<App />);
