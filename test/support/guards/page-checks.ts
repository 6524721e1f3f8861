import { lastTexts } from '#main/verify/page-text.ts';
import { readPages } from '#main/verify/read-pages.ts';
import type { PageComparison, SealedPages } from '#main/verify/verify-options.ts';
import type { GuardCheck } from './check.ts';
import { stream, tiny } from './tiny-pdf.ts';

/** Which pages of a record are read, and what is told of them. */
export function pageChecks(): readonly GuardCheck[] {
  return [...lastPages(), ...comparisons()];
}

/** Three pages that show these texts. */
function showing(texts: readonly [string, string, string]) {
  const font = '/Resources << /Font << /F 20 0 R >> >>';
  const pages = texts.flatMap((text, index) => [
    [3 + index, `<< /Type /Page /Parent 2 0 R /Contents ${30 + index} 0 R ${font} >>`],
    [30 + index, stream(`BT /F 9 Tf <${Buffer.from(text, 'utf16le').swap16().toString('hex')}> Tj ET`)],
  ]);
  return tiny({
    ...Object.fromEntries(pages),
    20: '<< /Type /Font /Subtype /Type0 /ToUnicode 21 0 R >>',
    21: stream('1 beginbfrange <0020> <007E> <0020> endbfrange'),
  });
}

function lastPages(): readonly GuardCheck[] {
  const last = (texts: readonly [string, string, string], is: readonly string[]): GuardCheck => ({
    name: `last pages: ${texts.join(', ')}`,
    said: () => lastTexts(showing(texts), (shown) => shown.includes('key')),
    is,
  });
  return [
    last(['a', 'key', 'c'], ['key', 'c']),
    last(['key-1', 'key-2', 'c'], ['key-1', 'key-2', 'c']),
    last(['key-1', 'b', 'key-2'], ['key-2']),
    last(['a', 'b', 'c'], ['a', 'b', 'c']),
    {
      name: 'last pages: one that cannot be read',
      said: () => lastTexts(tiny({ 6: stream('a', '/Filter /LZWDecode') }), () => false),
      is: [],
    },
  ];
}

const HASH = 'a'.repeat(64);
const [ONE, OTHER] = ['b', 'c'].map((digit) => digit.repeat(64));
const NAMES = 'Seal fingerprint ';

function comparisons(): readonly GuardCheck[] {
  const read = (
    name: string,
    sealed: SealedPages['sealed'],
    compared: PageComparison | undefined,
    is: readonly [hasHash: boolean | null, compared: readonly (readonly (string | undefined)[])[]],
  ): GuardCheck => ({
    name: `pages: ${name}`,
    said: async () => {
      const asked: (readonly string[])[] = [];
      const review = { document: {}, template: { template: {} }, contentSha256: HASH };
      const { hasHash, comparison } = await readPages(
        { sealed, pages: sealed, review, isSavedAnew: false } as unknown as SealedPages,
        compared === undefined
          ? {}
          : {
              comparePages: async ({ fingerprints }) => {
                asked.push(fingerprints);
                return compared;
              },
            },
      );
      return [hasHash, asked, comparison ?? null];
    },
    is: [...is, compared ?? null],
  });
  const hash = `SHA-256 ${HASH}`;
  return [
    read('those that this program makes are not read', showing(['', '', `${NAMES}${ONE}`]), 'same', [true, [[ONE]]]),
    read('the hash on each', showing([hash, hash, `${hash} ${NAMES}${ONE}`]), 'different', [true, [[ONE]]]),
    read('the hash on two', showing([hash, '', hash]), 'different', [false, [[]]]),
    read('not compared', showing([hash, hash, hash]), undefined, [true, []]),
    read('a key that only an earlier page names', showing([`${NAMES}${OTHER}`, '', `${NAMES}${ONE}`]), 'different', [
      false,
      [[ONE], [OTHER, ONE]],
    ]),
    read('none that can be read', tiny({ 6: stream('a', '/Filter /LZWDecode') }), 'different', [null, [[]]]),
  ];
}
