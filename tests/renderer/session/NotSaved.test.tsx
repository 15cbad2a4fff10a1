import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { text } from '../../../renderer/messages/en.ts';
import { NotSaved } from '../../../renderer/session/NotSaved.tsx';
import type { ErrorCode } from '../../../shared/contract/contract.ts';

function shown(code: ErrorCode): string {
  return renderToStaticMarkup(<NotSaved code={code} onGoOn={() => undefined} />);
}

test('what was refused is missing, and is not tried again; what could not be written is', () => {
  expect(shown('bad-request')).toContain(text.session.refused.title);
  expect(shown('bad-request')).not.toContain(text.session.tryAgain);
  expect(shown('disk-full')).toContain(text.callError['disk-full'].title);
  expect(shown('disk-full')).toContain(text.session.tryAgain);
});
