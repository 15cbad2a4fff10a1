import { expect, test } from 'vitest';
import { entriesOf, ownRecords } from '../../../renderer/history/ownRecords.ts';
import { text } from '../../../renderer/messages/en.ts';
import { ankleTest, at, override, past } from '../../support/pasts.ts';
import { aSession } from '../../support/records.ts';

const PROGRESS = past(override(at(1), 'pogo-double'), ankleTest(at(3), true), {
  checks: [
    { kind: 'knee-to-wall', side: 'right', atMs: at(5), value: 9.5, passed: false, heightCm: null },
    { kind: 'balance', side: 'right', atMs: at(6), value: 30, passed: null, heightCm: null },
  ],
});
const SESSIONS = [4, 2].map((day) => ({
  ...aSession({ startedAtMs: at(day) }),
  ...{ note: '', deletedAtMs: null, end: null, plan: null, feels: [], sets: [] },
}));

test('overrides and ankle tests stand between the sessions, the latest first', () => {
  const words = entriesOf(SESSIONS, ownRecords(PROGRESS), 0).map((entry) =>
    'own' in entry ? entry.own.words : entry.session.id,
  );
  const [later, earlier] = SESSIONS.map(({ id }) => id);
  const opened = text.ladder.override('pogo-double', 'My physio cleared me.');
  expect(words).toEqual([
    expect.stringContaining('right: 9.5 cm, not passed yet'),
    later,
    expect.stringContaining('left: passed'),
    earlier,
    opened,
  ]);
});

test('what is older than the sessions that were read waits for those of its time', () => {
  const entries = entriesOf(SESSIONS, ownRecords(PROGRESS), at(2));
  expect(entries.filter((entry) => 'own' in entry)).toHaveLength(2);
});
