/** Node's own zlib under the container of workbooks. */
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
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
  deflate: (data) => deflateRawSync(data),
  checksum: (data) => crc32(data),
};
