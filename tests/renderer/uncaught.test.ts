import { expect, onTestFinished, test, vi } from 'vitest';
import { reportUncaught } from '../../renderer/uncaught.ts';
import type { Api, Request } from '../../shared/contract/contract.ts';

test('what nobody caught is told to the log, and one that comes with every frame only a few times', () => {
  const target = new EventTarget();
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  const told: Request<'app.report'>[] = [];
  const report = async (request: Request<'app.report'>): Promise<null> => {
    told.push(request);
    throw new Error('The service is gone.');
  };
  reportUncaught({ 'app.report': report } as Partial<Api> as Api);
  target.dispatchEvent(Object.assign(new Event('error'), { error: new RangeError('xx'.repeat(90_000)) }));
  target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'a text' }));
  expect(told).toMatchObject([{ name: 'RangeError' }, { name: 'string', stack: '' }]);
  expect(told[0]?.stack).toContain('uncaught.test.ts');
  expect(told[0]?.stack).not.toContain('xx');
  for (let i = 0; i < 100; i++) target.dispatchEvent(Object.assign(new Event('error'), { error: new Error() }));
  expect(told).toHaveLength(20);
});
