import { createHash, createHmac } from "node:crypto";
import { fingerprint, hmac, sha256 } from "../../src/sharing/sha-256";

/** Around the lengths at which a block ends. */
const LENGTHS = [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 1000];

test.each(LENGTHS)("the digest of %i bytes is the one every other program computes", (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) & 255);
  expect(Buffer.from(sha256(bytes)).toString("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test("a Chinese text is hashed as UTF-8", () => {
  expect(fingerprint("专精特新“小巨人”")).toBe(createHash("sha256").update("专精特新“小巨人”", "utf8").digest("hex"));
});

test.each([16, 64, 100])(
  "the keyed digest with a key of %i bytes is the one every other program computes",
  (length) => {
    const key = Uint8Array.from({ length }, (_, index) => index);
    expect(Buffer.from(hmac(key, "示例企业")).toString("hex")).toBe(
      createHmac("sha256", key).update("示例企业").digest("hex"),
    );
  },
);
