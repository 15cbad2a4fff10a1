import * as fc from 'fast-check';

const LAST_POINT = 0x10ffff;
const isSurrogate = (point: number): boolean => point >= 0xd800 && point <= 0xdfff;

/** Any letter of Unicode and any sign of control, half of them ASCII. fast-check's own takes a second until it is made. */
const letter = fc
  .oneof(fc.nat(0x7f), fc.nat(LAST_POINT))
  .filter((point) => !isSurrogate(point))
  .map((point) => String.fromCodePoint(point));

export function anyText(
  lengths: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<string> {
  return fc.string({ ...lengths, unit: letter });
}
