import type { Api } from '../../shared/contract/contract.ts';
import { formatTrace } from '../../shared/trace/trace.ts';
import type { VideoAnalysis } from './analyseVideo.ts';

/** A frame is about 2 kB of text; a part of this many is written in a second or two. */
const FRAMES_IN_PART = 5000;

/** Keeps the landmarks of an analysis in a file; answers with its path. */
export async function saveTrace(
  api: Pick<Api, 'traces.save'>,
  setId: string,
  { header, trace }: Pick<VideoAnalysis, 'header' | 'trace'>,
): Promise<string> {
  const of = Math.max(1, Math.ceil(trace.count() / FRAMES_IN_PART));
  let path = '';
  for (let n = 1; n <= of; n++) {
    const frames = trace.frames((n - 1) * FRAMES_IN_PART, n * FRAMES_IN_PART);
    ({ path } = await api['traces.save']({ setId, trace: formatTrace({ header, frames }), part: { n, of } }));
  }
  return path;
}
