/** Node's own zlib under the container of workbooks. */
import { constants, crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { ZipCodec } from "../xlsx/container/codec";

export const NODE_CODEC: ZipCodec = {
  inflate: (packed, size) => {
    try {
      // A part may not unpack to more than its directory entry says: this stops zip bombs at the size they admit.
      return inflateRawSync(packed, { maxOutputLength: size });
    } catch {
      return null;
    }
  },
  // Each piece is packed by itself; all but the last end on a whole byte with more to come.
  deflater: () => (piece, last) =>
    deflateRawSync(piece, { finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH }),
  checksum: (data, before) => crc32(data, before),
};
