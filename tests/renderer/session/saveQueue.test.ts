import { describe, expect, test, vi } from 'vitest';
import { createSaveQueue } from '../../../renderer/session/saveQueue.ts';
import { CallError } from '../../../shared/contract/contract.ts';

/** A store that takes records when it works, in the order in which they come. */
function store() {
  const written: string[] = [];
  const state = { works: true };
  const write = (name: string) => async (): Promise<void> => {
    await Promise.resolve();
    if (!state.works) throw new CallError('disk-full', name);
    written.push(name);
  };
  return { written, state, write };
}

describe('the save queue', () => {
  test('writes in order, and says when each is written', async () => {
    const { written, write } = store();
    const saved: string[] = [];
    const queue = createSaveQueue(() => undefined);
    for (const name of ['set', 'rep 1', 'rep 2']) queue.add({ write: write(name), onSaved: () => saved.push(name) });
    await queue.settled();
    expect(written).toEqual(['set', 'rep 1', 'rep 2']);
    expect(saved).toEqual(written);
  });

  test('stops at a failure, keeps everything, and goes on in order when asked', async () => {
    const { written, state, write } = store();
    const onFailure = vi.fn();
    const queue = createSaveQueue(onFailure);
    queue.add({ write: write('rep 1') });
    await queue.settled();
    state.works = false;
    queue.add({ write: write('rep 2') });
    queue.add({ write: write('rep 3') });
    await expect(queue.settled()).rejects.toThrow('2 records');
    queue.add({ write: write('rep 4') });
    expect(onFailure).toHaveBeenCalledExactlyOnceWith('disk-full', 'rep 2');
    expect(written).toEqual(['rep 1']);
    state.works = true;
    queue.retry();
    await queue.settled();
    expect(written).toEqual(['rep 1', 'rep 2', 'rep 3', 'rep 4']);
  });

  test('a retry that fails again is said again', async () => {
    const { state, write } = store();
    state.works = false;
    const onFailure = vi.fn();
    const queue = createSaveQueue(onFailure);
    queue.add({ write: write('rep 1') });
    await expect(queue.settled()).rejects.toThrow();
    queue.retry();
    await expect(queue.settled()).rejects.toThrow();
    expect(onFailure).toHaveBeenCalledTimes(2);
  });
});
