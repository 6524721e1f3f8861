/** What a signature of a PDF covers and says, read with plain regular expressions: no code of ours in between. */
export interface FoundSignature {
  /** Its whole dictionary. */
  readonly dictionary: string;
  /** The bytes that it covers. */
  readonly covered: Buffer;
  /** The CMS without the padding behind it. */
  readonly cms: Buffer;
  /** Unused bytes behind the CMS. */
  readonly padding: number;
}

/** Every signature of a PDF in the order of the file. */
export function signaturesOf(pdf: Uint8Array): readonly FoundSignature[] {
  const text = Buffer.from(pdf).toString('latin1');
  const pattern =
    /<<\s*\/Type \/Sig\b(?:(?!endobj)[\s\S])*?\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]\s*\/Contents <([0-9a-f]*)>[\s\S]*?endobj/g;
  return [...text.matchAll(pattern)].map(([dictionary, ...groups]) => {
    const [first = 0, length = 0, second = 0, rest = 0] = groups.slice(0, 4).map(Number);
    const room = Buffer.from(groups[4] ?? '', 'hex');
    // A long-form DER length of two bytes, as every CMS of this size has.
    const size = 4 + room.readUInt16BE(2);
    return {
      dictionary,
      covered: Buffer.concat([pdf.subarray(first, first + length), pdf.subarray(second, second + rest)]),
      cms: room.subarray(0, size),
      padding: room.byteLength - size,
    };
  });
}
