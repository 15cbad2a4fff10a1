/** The model looks at 256 × 256 points around the person: more than this only costs memory and time. */
const MOST_WIDTH = 1280;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size in which a picture is looked at: its own, or scaled down to at most 1280 wide. */
export function lookedAtSize({ width, height }: Size): Size {
  const scale = Math.min(1, MOST_WIDTH / width);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
