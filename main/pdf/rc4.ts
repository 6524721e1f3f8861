/** RC4, the cipher of older encrypted PDFs; OpenSSL leaves it out by default. It only opens files, it guards none. */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (left: number, right: number) => {
    const kept = state[left] ?? 0;
    state[left] = state[right] ?? 0;
    state[right] = kept;
  };
  for (let index = 0, other = 0; index < 256; index += 1) {
    other = (other + (state[index] ?? 0) + (key[index % key.length] ?? 0)) & 0xff;
    swap(index, other);
  }
  const out = new Uint8Array(data.length);
  let left = 0;
  let right = 0;
  for (let at = 0; at < data.length; at += 1) {
    left = (left + 1) & 0xff;
    right = (right + (state[left] ?? 0)) & 0xff;
    swap(left, right);
    out[at] = (data[at] ?? 0) ^ (state[((state[left] ?? 0) + (state[right] ?? 0)) & 0xff] ?? 0);
  }
  return out;
}
