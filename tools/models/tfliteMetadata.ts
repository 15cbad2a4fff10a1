import { Builder } from 'flatbuffers';

/**
 * Gives a TensorFlow Lite model the metadata that MediaPipe's Tasks API asks for: how the input picture is normalised.
 *
 * A model is a FlatBuffer, whose references all point forward. So a new root is put in front of the untouched file: it
 * repeats the old root's references and extends two of its lists, the buffers and the metadata, by one entry each.
 */

/** Pixels are fed as (value − mean) ÷ std. */
export interface Normalisation {
  readonly mean: number;
  readonly std: number;
}

/** Fields of the root table `Model` in TensorFlow's schema.fbs, by slot. */
const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadataBuffer: 5,
  metadata: 6,
  signatures: 7,
};
const MODEL_FIELDS = Object.keys(MODEL).length;
const METADATA_NAME = 'TFLITE_METADATA';
const OFFSET_BYTES = 4;

/** @throws Error when the bytes are not a TensorFlow Lite model */
export function withInputNormalisation(model: Uint8Array, normalisation: Normalisation): Uint8Array {
  const old = readRoot(model);
  const metadata = normalisationMetadata(normalisation);

  // The prefix, laid out by hand: FlatBuffers' own builder cannot refer to bytes behind it.
  let size = 0;
  const reserve = (bytes: number, alignment = OFFSET_BYTES): number => {
    size = Math.ceil(size / alignment) * alignment;
    const at = size;
    size += bytes;
    return at;
  };
  const header = reserve(8);
  const modelVtable = reserve(4 + 2 * MODEL_FIELDS);
  const modelTable = reserve(OFFSET_BYTES * (1 + MODEL_FIELDS));
  const bufferList = reserve(OFFSET_BYTES * (2 + old.buffers.length));
  const metadataList = reserve(OFFSET_BYTES * (2 + old.metadata.length));
  const metadataVtable = reserve(8);
  const metadataTable = reserve(12);
  const name = reserve(OFFSET_BYTES + METADATA_NAME.length + 1);
  const bufferVtable = reserve(8);
  const bufferTable = reserve(8);
  // The model aligns its data to 16 bytes; the bytes of a vector start behind its length.
  reserve(0, 16);
  const data = reserve(16 + metadata.length) + 16 - OFFSET_BYTES;
  const prefix = reserve(0, 16);

  const bytes = new Uint8Array(prefix + model.length);
  bytes.set(model, prefix);
  const view = new DataView(bytes.buffer);
  const pointTo = (at: number, target: number): void => view.setUint32(at, target - at, true);
  const table = (at: number, vtable: number, fieldOffsets: readonly number[], tableBytes: number): void => {
    view.setUint16(vtable, 4 + 2 * fieldOffsets.length, true);
    view.setUint16(vtable + 2, tableBytes, true);
    fieldOffsets.forEach((offset, slot) => {
      view.setUint16(vtable + 4 + 2 * slot, offset, true);
    });
    view.setInt32(at, at - vtable, true);
  };
  const list = (at: number, targets: readonly number[]): void => {
    view.setUint32(at, targets.length, true);
    targets.forEach((target, i) => {
      pointTo(at + OFFSET_BYTES * (1 + i), target);
    });
  };

  pointTo(header, modelTable);
  bytes.set(Buffer.from('TFL3', 'latin1'), header + 4);

  const replaced: Readonly<Record<number, number>> = { [MODEL.buffers]: bufferList, [MODEL.metadata]: metadataList };
  const targetOf = (slot: number): number | undefined => {
    const kept = old.references.get(slot);
    return replaced[slot] ?? (kept === undefined ? undefined : prefix + kept);
  };
  const slots = Array.from({ length: MODEL_FIELDS }, (_, slot) => slot);
  const present = slots.map((slot) => slot === MODEL.version || targetOf(slot) !== undefined);
  const fieldOffset = (slot: number): number => OFFSET_BYTES * (1 + slot);
  table(
    modelTable,
    modelVtable,
    slots.map((slot) => (present[slot] ? fieldOffset(slot) : 0)),
    OFFSET_BYTES * (1 + MODEL_FIELDS),
  );
  view.setUint32(modelTable + fieldOffset(MODEL.version), old.version, true);
  for (const slot of slots) {
    const target = targetOf(slot);
    if (target !== undefined) pointTo(modelTable + fieldOffset(slot), target);
  }

  list(bufferList, [...old.buffers.map((at) => prefix + at), bufferTable]);
  list(metadataList, [...old.metadata.map((at) => prefix + at), metadataTable]);

  // Metadata { name, buffer: index of the new buffer }, and Buffer { data }.
  table(metadataTable, metadataVtable, [4, 8], 12);
  pointTo(metadataTable + 4, name);
  view.setUint32(metadataTable + 8, old.buffers.length, true);
  view.setUint32(name, METADATA_NAME.length, true);
  bytes.set(Buffer.from(METADATA_NAME, 'latin1'), name + OFFSET_BYTES);
  table(bufferTable, bufferVtable, [4], 8);
  pointTo(bufferTable + 4, data);
  view.setUint32(data, metadata.length, true);
  bytes.set(metadata, data + OFFSET_BYTES);
  return bytes;
}

interface ModelRoot {
  readonly version: number;
  /** Slot → where its vector or string lies. */
  readonly references: ReadonlyMap<number, number>;
  readonly buffers: readonly number[];
  readonly metadata: readonly number[];
}

function readRoot(model: Uint8Array): ModelRoot {
  if (Buffer.from(model.subarray(4, 8)).toString('latin1') !== 'TFL3')
    throw new Error('This is not a TensorFlow Lite model.');
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength);
  const root = view.getUint32(0, true);
  const vtable = root - view.getInt32(root, true);
  const vtableBytes = view.getUint16(vtable, true);
  const field = (slot: number): number => {
    const entry = 4 + 2 * slot;
    const offset = entry < vtableBytes ? view.getUint16(vtable + entry, true) : 0;
    return offset === 0 ? 0 : root + offset;
  };
  const follow = (at: number): number => at + view.getUint32(at, true);
  const references = new Map<number, number>();
  for (const slot of Object.values(MODEL)) {
    const at = field(slot);
    if (slot !== MODEL.version && at !== 0) references.set(slot, follow(at));
  }
  const entries = (slot: number): number[] => {
    const at = references.get(slot);
    if (at === undefined) return [];
    return Array.from({ length: view.getUint32(at, true) }, (_, i) => follow(at + OFFSET_BYTES * (1 + i)));
  };
  const versionAt = field(MODEL.version);
  return {
    version: versionAt === 0 ? 0 : view.getUint32(versionAt, true),
    references,
    buffers: entries(MODEL.buffers),
    metadata: entries(MODEL.metadata),
  };
}

/**
 * ModelMetadata of TensorFlow's metadata_schema.fbs, as far as MediaPipe reads it: one subgraph whose one input is an
 * image in RGB with the given normalisation.
 */
function normalisationMetadata({ mean, std }: Normalisation): Uint8Array {
  const b = new Builder(512);
  const floats = (value: number): number => {
    b.startVector(4, 1, 4);
    b.addFloat32(value);
    return b.endVector();
  };
  const offsets = (offset: number): number => {
    b.startVector(4, 1, 4);
    b.addOffset(offset);
    return b.endVector();
  };
  const table = (fields: number, fill: () => void): number => {
    b.startObject(fields);
    fill();
    return b.endObject();
  };
  const means = floats(mean);
  const stds = floats(std);
  const normalisation = table(2, () => {
    b.addFieldOffset(0, means, 0);
    b.addFieldOffset(1, stds, 0);
  });
  const NORMALIZATION_OPTIONS = 1;
  const processUnit = table(2, () => {
    b.addFieldInt8(0, NORMALIZATION_OPTIONS, 0);
    b.addFieldOffset(1, normalisation, 0);
  });
  const processUnits = offsets(processUnit);
  const COLOR_SPACE_RGB = 1;
  const imageProperties = table(2, () => b.addFieldInt8(0, COLOR_SPACE_RGB, 0));
  const IMAGE_PROPERTIES = 2;
  const content = table(3, () => {
    b.addFieldInt8(0, IMAGE_PROPERTIES, 0);
    b.addFieldOffset(1, imageProperties, 0);
  });
  const inputName = b.createString('image');
  const input = table(7, () => {
    b.addFieldOffset(0, inputName, 0);
    b.addFieldOffset(3, content, 0);
    b.addFieldOffset(4, processUnits, 0);
  });
  const inputs = offsets(input);
  const subgraph = table(7, () => b.addFieldOffset(2, inputs, 0));
  const subgraphs = offsets(subgraph);
  const root = table(8, () => b.addFieldOffset(3, subgraphs, 0));
  b.finish(root, 'M001');
  return b.asUint8Array();
}
