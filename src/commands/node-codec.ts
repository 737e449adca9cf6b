/** Node's own zlib under the container of workbooks. */
import { constants, crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { ZipCodec } from "../xlsx/container/codec";

/** What follows so many bytes of a part is packed at a level that takes less than half the time for a quarter more bytes. */
const LARGE = 16 << 20;
const QUICK = 3;

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
  deflater: () => {
    let packed = 0;
    return (piece, last) => {
      const level = packed > LARGE ? QUICK : constants.Z_DEFAULT_COMPRESSION;
      packed += piece.length;
      return deflateRawSync(piece, { level, finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH });
    };
  },
  checksum: (data, before) => crc32(data, before),
};
