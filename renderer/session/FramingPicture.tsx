import type { Framing, View } from '../../shared/exercises/framing.ts';
import { text } from '../messages/en.ts';

/** How far each view turns the body from facing the camera, in degrees; who lies is drawn lengthwise. */
const TURN: Record<Exclude<View, 'lying'>, number> = { front: 0, quarter: 35, side: 90 };

/** The room from above: the camera's cone, and the person in it as they should be. */
export function FramingPicture({ framing: { view } }: { readonly framing: Framing }) {
  return (
    <svg
      className="framing"
      viewBox="0 0 240 120"
      preserveAspectRatio="xMinYMid"
      role="img"
      aria-label={text.setup.framingPicture}
    >
      <path className="framing-cone" d="M34 60 226 6V114Z" />
      <path className="framing-laptop" d="M14 42h10v36H14zM24 46h3v28h-3z" />
      <g transform="translate(168 60)">{view === 'lying' ? <Lying /> : <Upright turnDeg={TURN[view]} />}</g>
    </svg>
  );
}

/** Head and shoulders from above; the nose shows which way the person faces. */
function Upright({ turnDeg }: { readonly turnDeg: number }) {
  return (
    <g className="framing-person" transform={`rotate(${turnDeg})`}>
      <ellipse rx="11" ry="27" />
      <circle className="framing-head" r="12" />
      <path className="framing-head" d="M-10-5-19 0-10 5Z" />
    </g>
  );
}

function Lying() {
  return (
    <g className="framing-person">
      <rect x="-10" y="-26" width="20" height="38" rx="9" />
      <rect x="-9" y="10" width="8" height="36" rx="4" />
      <rect x="1" y="10" width="8" height="36" rx="4" />
      <circle className="framing-head" cy="-36" r="11" />
    </g>
  );
}
