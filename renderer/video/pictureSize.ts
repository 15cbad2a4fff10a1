/** The model looks at 256 × 256 points around the person: more than this only costs memory and time. */
const MOST_WIDTH = 1280;
/** Twice as high as wide is what phones film; a file may claim any height. */
const MOST_HEIGHT = 2 * MOST_WIDTH;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size in which a picture is looked at: its own, or scaled down to at most 1280 wide and 2560 high. */
export function lookedAtSize({ width, height }: Size): Size {
  const scale = Math.min(1, MOST_WIDTH / width, MOST_HEIGHT / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
