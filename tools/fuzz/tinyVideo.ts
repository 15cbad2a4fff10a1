import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Output, type OutputFormat } from 'mediabunny';

/** A video of two seconds at 30 frames a second. Its container is right; its pictures are a few bytes that show nothing. */
export async function tinyVideo(format: OutputFormat): Promise<Buffer<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source, { frameRate: 30 });
  await output.start();
  for (let i = 0; i < 60; i++) {
    // A VP8 key frame of 16 × 16 points begins like this.
    const bytes = Uint8Array.from([0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 16, 0, 16, 0, i]);
    const decoderConfig = { codec: 'vp8', codedWidth: 16, codedHeight: 16 };
    await source.add(new EncodedPacket(bytes, 'key', i / 30, 1 / 30), { decoderConfig });
  }
  await output.finalize();
  if (!target.buffer) throw new Error('There is no video.');
  return Buffer.from(target.buffer);
}

/** An mp4 whose table says that a chunk holds thousands of millions of pictures: whoever counts them does not come back. */
export function endlessVideo(mp4: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const endless = Buffer.from(mp4);
  endless.writeUInt32BE(0x7fffffff, endless.indexOf('stsc') + 14);
  return endless;
}
