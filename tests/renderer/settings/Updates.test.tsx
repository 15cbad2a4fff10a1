import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { text } from '../../../renderer/messages/en.ts';
import { Updates } from '../../../renderer/settings/Updates.tsx';

function shown(releasesPage: string | null): string {
  const info = { version: '1.2.3', host: 'desktop' as const, dataFolder: '/data', notices: [], releasesPage };
  return renderToStaticMarkup(<Updates info={info} onOpen={() => Promise.reject(new Error('Nobody has asked.'))} />);
}

test('an installed app says where newer versions are, and leaves it to the person to look', () => {
  const html = shown('https://example.org/releases');
  expect(html).toContain(text.updates.version('1.2.3'));
  expect(html).toContain(text.updates.look);
  expect(html).toContain(text.updates.opens('https://example.org/releases'));
  // Nothing that a browser would fetch or follow by itself.
  expect(html).not.toMatch(/href|src=/);
});

test('from the sources it says how they are brought up to date', () => {
  expect(shown(null)).toContain(text.updates.sources.slice(0, 30));
  expect(shown(null)).not.toContain(text.updates.look);
});
