import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { text } from '../../../renderer/messages/en.ts';
import { ProblemCard } from '../../../renderer/ui/ProblemCard.tsx';
import { BRIDGE_NAME } from '../../../shared/contract/bridge.ts';

afterEach(() => vi.unstubAllGlobals());

const PROBLEMS = [...Object.values(text.problem), ...Object.values(text.callError)];
const shown = (): string =>
  PROBLEMS.map((problem) => renderToStaticMarkup(<ProblemCard problem={problem} />)).join('\n');

test('in a browser it tells how Soleus is started there', () => {
  expect(shown()).toContain(text.callError['not-connected'].advice);
  expect(shown()).not.toContain(text.callError['not-connected'].adviceInApp);
});

test('in the app nobody is sent to a terminal, a browser or a folder of sources', () => {
  vi.stubGlobal(BRIDGE_NAME, { call: () => Promise.reject(new Error('Nobody calls.')) });
  expect(shown()).toContain(text.callError['not-connected'].adviceInApp);
  expect(shown()).not.toMatch(/npm|browser|address|folder “out”/);
});
