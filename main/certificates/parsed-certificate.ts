import { Certificate } from 'pkijs';

/** A check asks for the same few certificates again and again, and taking one apart takes longer than to check it. */
const LIMIT = 32;
const parsed = new Map<string, Certificate>();

/** A certificate taken apart, which is not to be changed. @throws for what is none. */
export function parsedCertificate(der: Uint8Array): Certificate {
  const key = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('latin1');
  const known = parsed.get(key);
  if (known) return known;
  const certificate = Certificate.fromBER(der);
  const [oldest] = parsed.keys();
  if (parsed.size >= LIMIT && oldest !== undefined) parsed.delete(oldest);
  parsed.set(key, certificate);
  return certificate;
}
