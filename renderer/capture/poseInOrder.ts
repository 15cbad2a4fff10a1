import type { PoseFrame } from '../../shared/pose/landmarks.ts';
import { newPoseWorker } from './poseClient.ts';
import type { PoseReply, PoseRequest, PoseSetup } from './poseMessages.ts';
import { PoseError } from './poseProblem.ts';

/** Looks at every picture that it is given, one after the other, as fast as it can. */
export interface PoseInOrder {
  /**
   * What is seen in this picture, which is handed over. `tMs` must rise; wait for one answer before the next picture.
   *
   * @throws PoseError
   */
  look(picture: ImageBitmap, tMs: number): Promise<PoseFrame>;
  stop(): void;
}

/** @throws PoseError when the model cannot be loaded, or the signal says stop */
export async function openPoseInOrder(setup: PoseSetup, signal: AbortSignal): Promise<PoseInOrder> {
  const worker = newPoseWorker();
  let fail: (error: PoseError) => void = () => undefined;
  const stop = (): void => {
    worker.terminate();
    fail(new PoseError('pose-failed', 'It was stopped.'));
  };
  // Without a time limit: a machine may sleep in the middle of a long video, and the person can always cancel.
  const ask = (request: PoseRequest, handedOver: Transferable[] = []): Promise<PoseReply> =>
    new Promise((resolve, reject) => {
      fail = reject;
      worker.onmessage = ({ data }: MessageEvent<PoseReply>) => {
        if (data.type === 'failed') reject(new PoseError(data.problem, data.detail));
        else resolve(data);
      };
      worker.onerror = (event) => reject(new PoseError('pose-failed', event.message));
      worker.postMessage(request, handedOver);
    });
  signal.addEventListener('abort', stop, { once: true });
  try {
    await ask({ type: 'open', ...setup });
  } catch (error) {
    stop();
    throw error;
  }
  return {
    look: async (picture, tMs) => {
      const reply = await ask({ type: 'look', picture, tMs }, [picture]);
      if (reply.type !== 'looked') throw new PoseError('pose-failed', `The worker answered with ${reply.type}.`);
      return reply.frame;
    },
    stop,
  };
}
