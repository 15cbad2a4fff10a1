import '@fontsource-variable/atkinson-hyperlegible-next';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/fields.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { BreakWindow } from './BreakWindow.tsx';
import { connectHost } from './host.ts';
import { inUnitsOfSettings } from './settingsUnits.ts';

/** The address of the window that shows a break and nothing else. */
const isBreakWindow = location.hash === '#break';
const api = inUnitsOfSettings(connectHost(), navigator.language);
const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app.');
createRoot(root).render(<StrictMode>{isBreakWindow ? <BreakWindow api={api} /> : <App api={api} />}</StrictMode>);
