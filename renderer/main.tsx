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
import { text } from './messages/en.ts';
import { inUnitsOfSettings } from './settingsUnits.ts';
import { Button } from './ui/Button.tsx';
import { ProblemCard } from './ui/ProblemCard.tsx';
import { reportUncaught } from './uncaught.ts';

/** The address of the window that shows a break and nothing else. */
const isBreakWindow = location.hash === '#break';
const api = inUnitsOfSettings(connectHost(), navigator.language);
const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app.');
const report = reportUncaught(api);
const page = createRoot(root, {
  // React has taken the page away by now; whoever is before it must not be left with an empty one.
  onUncaughtError: (error) => {
    report(error);
    queueMicrotask(() => page.render(<Broken />));
  },
});
page.render(<StrictMode>{isBreakWindow ? <BreakWindow api={api} /> : <App api={api} />}</StrictMode>);

function Broken() {
  return (
    <main className="centre">
      <ProblemCard problem={text.callError.internal}>
        <Button onPress={() => location.reload()}>{text.session.tryAgain}</Button>
      </ProblemCard>
    </main>
  );
}
