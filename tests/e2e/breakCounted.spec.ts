import { text } from '../../renderer/messages/en.ts';
import { TEN_BRISK } from '../../tools/clips/fakeCameraClips.ts';
import { expect, test } from './support/app.ts';
import { press, promptIn, raises, sitting } from './support/breaks.ts';

const { breaks } = text;

test('a break is offered, shown, done before the camera and counted; then the next one is on its way', async ({
  openApp,
}) => {
  test.setTimeout(120_000);
  const { page, sessionsAfterStop, breaksAfterStop } = await openApp({ ...sitting(50), context: {}, clip: TEN_BRISK });
  const prompt = promptIn(page);
  await expect(prompt).toContainText(breaks.what(raises(10)));
  await expect(prompt.getByRole('img')).toHaveAccessibleName(
    breaks.demonstration(text.exercise('calf-raise-double').name),
  );
  await press(prompt, breaks.camera);
  // Nobody touches anything until the thanks.
  const thanks = page.getByRole('region', { name: breaks.thanks });
  await expect(thanks).toContainText(breaks.how('counted'), { timeout: 90_000 });
  await expect(thanks).toContainText('in 45 min');
  await press(thanks, breaks.close);
  await expect(thanks).toBeHidden();

  const [session] = await sessionsAfterStop();
  expect(session).toMatchObject({ source: 'camera', plan: { plan: { kind: 'break', blocks: [raises(10)] } } });
  expect(session?.sets.map(({ end, reps }) => [end?.reason, reps.length])).toEqual([['finished', 10]]);
  expect(await breaksAfterStop()).toMatchObject([
    { kind: 'offered', n: 1 },
    { kind: 'sat' },
    { kind: 'done', how: 'counted', sessionId: session?.id },
  ]);
});
