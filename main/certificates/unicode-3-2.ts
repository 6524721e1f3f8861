/**
 * Characters that Unicode 3.2 had assigned, and that the preparation of names leaves as they are (RFC 3454, tables
 * A.1, B.1 and C): ranges of the first 65,536, each as its distance from the end of the one before and, behind a
 * plus, how many more follow it, in base 36.
 */
const RANGES = `
w+2m z+b 2+aa 2+h t+2l 3+1q i+1r 3+c i+f 5+1 5 4 6+6 2 2+j 2+17 2+12 a+3q 2+1y 2+11 3+1 7+f y+11 3+6 2+12 2+1
7+g 2+m 2+9 c+q 6+4 o f 4 2+p 6+l b+3g 2+f 3+e 2+d 3+s 4+q 1i+1d 9c+2 2+1g 3+h 3+4 4+o h+2 2+7 3+1 3+l 2+6 2 4+3
3 2+6 3+1 3+2 a 5+1 2+4 3+k 8 3+5 5+1 3+l 2+6 2+1 2+1 2+1 3 2+4 5+1 3+2 c+3 2 8+e d+2 2+6 2 2+2 2+l 2+6 2+1 2+4
3+9 2+2 2+2 3 g 6+9 i+2 2+7 3+1 3+l 2+6 2+1 3+3 3+7 4+1 3+2 9+1 5+1 2+2 5+a i+1 2+5 4+2 2+3 4+1 2 2+1 4+1 4+2
4+7 2+2 5+4 4+2 2+3 a g+b f+2 2+7 2+2 2+m 2+9 2+4 5+6 2+2 2+3 8+1 a+1 5+9 j+1 2+7 2+2 2+m 2+9 2+4 5+6 2+2 2+3
8+1 8 2+1 5+9 j+1 2+7 2+2 2+m 2+f 5+5 3+2 2+3 a 9+1 5+9 j+1 2+h 4+n 2+8 2 3+6 4 5+5 2 2+7 j+2 d+1l 5+s 12+1 2
3+1 2 3 7+3 2+6 2+2 2 2 3+1 2+c 2+2 3+4 2 2+5 3+9 3+1 z+1z 2+x 7+q 5+7 2+z 2+e 3 1d+x 2+4 2+1 2+6 4+3 7+p 1z+11
b+14 3 5+2h 6+1v 6+29 7+6 2+1q 2 2+3 3+6 2 2+3 3+12 2 2+3 3+u 2 2+3 3+6 2 2+3 3+6 2+6 2+m 2+u 2 2+3 3+6 2+12 2+i
7+r 10+2c d+hh b+r 4+28 g+c 2+6 c+m a+j d+c 2+2 2+1 d+2k 4+9 n+5 2+3 6+9 7+2f 9+15 11z+4b 5+2h 7+l 3+5 3+11 3+5
3+7 2 2 2 2+u 3+1g 2+e 2+d 3+5 2+i 3+2 2+8 i+n 9+y 5 p+1 3+q i+h v+q m+1m 3+e 8+1c d+fy 1e+12 q+a m+4e 2+7n 3+1
2+2s 3+9 3c+3 2+3 3+r 2+y 2 2+3 4 2+6 3+1f 4+n 2+d i+r 5+lr ox+p 2+2g d+5x r+b 6+1q 2+2d 3+2u 6+13 5+2l 2+13
1l+18 4+z e+16 4+24 5+1a 2+3a 5+2q 3+u 2+52t 23+g4l 2j+wc 4+1i 1fe+8mb 6l9+8d 3+1m 46+6 d+4 6+p 2+4 2 2+1 2+1
2+2z y+a4 h+1r 3+1h 15+c 10+3 d+m 3+9 2+i 2+3 5+4 2+3q 5+59 4+5 3+5 3+5 3+2 4+6 2+6
`;

/** Whether the preparation of names in certificates (RFC 4518, 2.3 and 2.4) knows a character and keeps it. */
export function isPreparedCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return ranges().some(([from, to]) => code >= from && code <= to);
}

type Range = readonly [from: number, to: number];

let unpacked: readonly Range[] | null = null;

function ranges(): readonly Range[] {
  if (unpacked) return unpacked;
  let last = 0;
  unpacked = RANGES.trim()
    .split(/\s+/)
    .map((part): Range => {
      const [gap = '', more = '0'] = part.split('+');
      const from = last + Number.parseInt(gap, 36);
      last = from + Number.parseInt(more, 36);
      return [from, last];
    });
  return unpacked;
}
