/** Every so many-th pixel of a line, and every so many-th line, is enough for a mean. */
const STRIDE = 16;

/**
 * Mean brightness of a frame, 0 black to 1 white, read off its own pixels: drawing it to find out would cost as much as
 * half an inference. Null when its format cannot be read. Closes the frame.
 */
export async function meanBrightness(frame: VideoFrame): Promise<number | null> {
  try {
    const pixelBytes = bytesPerPixel(frame.format);
    if (!pixelBytes) return null;
    const bytes = new Uint8Array(frame.allocationSize());
    const [plane] = await frame.copyTo(bytes);
    if (!plane) return null;
    const { width, height } = frame.visibleRect ?? frame.codedRect ?? { width: 0, height: 0 };
    const level = meanOf(bytes.subarray(plane.offset), plane.stride, width, height, pixelBytes);
    // Most cameras send luma from 16 to 235 only.
    const isNarrow = pixelBytes === 1 && frame.colorSpace.fullRange === false;
    return isNarrow ? Math.max(0, (level - 16) / 219) : level / 255;
  } catch {
    return null;
  } finally {
    frame.close();
  }
}

/** Bytes of a pixel in the first plane: luma alone, or red, green, blue and a fourth; 0 for anything else. */
function bytesPerPixel(format: VideoPixelFormat | null): number {
  if (format === null) return 0;
  if (/^(I4|NV12)/.test(format)) return 1;
  return /^(RGB|BGR)/.test(format) ? 4 : 0;
}

function meanOf(bytes: Uint8Array, stride: number, width: number, height: number, pixelBytes: number): number {
  let sum = 0;
  let count = 0;
  for (let y = 0; y < height; y += STRIDE) {
    for (let x = 0; x < width; x += STRIDE) {
      const at = y * stride + x * pixelBytes;
      // Green stands for luma where there is none.
      sum += bytes[pixelBytes === 1 ? at : at + 1] ?? 0;
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}
