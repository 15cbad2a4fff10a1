/** The icon files of macOS and Windows: containers of PNG pictures. */

export interface Picture {
  readonly sidePx: number;
  readonly png: Buffer;
}

/** What a picture of an .icns is called, by its side in pixels; each serves one size on plain and one on fine screens. */
const ICNS_TYPES: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};
export const ICNS_SIDES_PX: readonly number[] = Object.keys(ICNS_TYPES).map(Number);
export const ICO_SIDES_PX: readonly number[] = [16, 24, 32, 48, 64, 128, 256];

/** Apple's icon container. Throws on a size that it has no name for. */
export function icnsOf(pictures: readonly Picture[]): Buffer {
  const parts = pictures.flatMap(({ sidePx, png }) => {
    const types = ICNS_TYPES[sidePx];
    if (!types) throw new Error(`An .icns holds no picture of ${sidePx} px.`);
    return types.map((type) => Buffer.concat([Buffer.from(type, 'latin1'), uint32(8 + png.length), png]));
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from('icns', 'latin1'), uint32(8 + body.length), body]);
}

const ICO_HEADER_BYTES = 6;
const ICO_ENTRY_BYTES = 16;

/** Windows' icon container, with pictures of at most 256 px. */
export function icoOf(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(ICO_HEADER_BYTES + ICO_ENTRY_BYTES * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let at = header.length;
  pictures.forEach(({ sidePx, png }, i) => {
    const entry = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * i;
    // One byte each; 0 means 256.
    header.writeUInt8(sidePx % 256, entry);
    header.writeUInt8(sidePx % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(at, entry + 12);
    at += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
