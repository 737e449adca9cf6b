/** Certificates for https://localhost that this machine trusts, made and installed by Microsoft's office-addin-dev-certs. */
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { z } from "zod";
import type { Certificates } from "./page-server";

const pem = z.union([z.string(), z.instanceof(Buffer)]);
const optionsSchema = z.object({ key: pem, cert: pem });

/** The certificates, made first where there are none; an Error where they can't be made or this machine refuses to trust them. */
export async function developmentCertificates(): Promise<Certificates | Error> {
  try {
    const { key, cert } = optionsSchema.parse(await getHttpsServerOptions());
    return { key, cert };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
