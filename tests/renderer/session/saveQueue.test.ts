import { describe, expect, test, vi } from 'vitest';
import { createSaveQueue, type SaveQueue, type SaveQueueOptions } from '../../../renderer/session/saveQueue.ts';
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

function queueWith(hears: Partial<SaveQueueOptions> = {}): SaveQueue {
  return createSaveQueue({ onFailure: () => undefined, onRecovery: () => undefined, ...hears });
}

describe('the save queue', () => {
  test('writes in order, and says when each is written', async () => {
    const { written, write } = store();
    const saved: string[] = [];
    const queue = queueWith();
    for (const name of ['set', 'rep 1', 'rep 2']) queue.add({ write: write(name), onSaved: () => saved.push(name) });
    await queue.settled();
    expect(written).toEqual(['set', 'rep 1', 'rep 2']);
    expect(saved).toEqual(written);
  });

  test('stops at a failure, keeps everything, and goes on in order when asked', async () => {
    const { written, state, write } = store();
    const onFailure = vi.fn();
    const queue = queueWith({ onFailure });
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
    const queue = queueWith({ onFailure });
    queue.add({ write: write('rep 1') });
    await expect(queue.settled()).rejects.toThrow();
    queue.retry();
    await expect(queue.settled()).rejects.toThrow();
    expect(onFailure).toHaveBeenCalledTimes(2);
  });

  test('what is written after a failure is said once, whoever tried it again', async () => {
    const { state, write } = store();
    const onRecovery = vi.fn();
    const queue = queueWith({ onRecovery });
    queue.add({ write: write('rep 1') });
    await queue.settled();
    expect(onRecovery).not.toHaveBeenCalled();
    state.works = false;
    queue.add({ write: write('rep 2') });
    await expect(queue.settled()).rejects.toThrow();
    state.works = true;
    for (const name of ['rep 3', 'rep 4']) queue.add({ write: write(name) });
    await queue.settled();
    expect(onRecovery).toHaveBeenCalledOnce();
  });

  test('after something was refused nothing is as it was before', async () => {
    const { write } = store();
    const said: string[] = [];
    const queue = queueWith({ onFailure: (code) => said.push(code), onRecovery: () => said.push('recovered') });
    const answers = ['disk-full', 'bad-request'] as const;
    let n = 0;
    const refusing = async (): Promise<void> => {
      throw new CallError(answers[n++] ?? 'internal', 'rep 1');
    };
    queue.add({ write: refusing });
    await expect(queue.settled()).rejects.toThrow();
    queue.add({ write: write('rep 2') });
    await queue.settled();
    expect(said).toEqual(['disk-full', 'bad-request']);
  });
});
