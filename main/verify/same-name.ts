/** Whether two texts name a person alike: case, order and what stands between the parts play no part. */
export function isSameName(left: string, right: string): boolean {
  return partsOf(left).join(' ') === partsOf(right).join(' ');
}

function partsOf(name: string): readonly string[] {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).toSorted();
}
