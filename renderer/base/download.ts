/** Hands over a file that the window made, the browser's own way: the person says where it goes. */
export function download(
  fileName: string,
  content: string | Blob,
  type: 'application/json' | 'application/pdf' | 'text/plain' | 'text/csv' | 'text/calendar',
): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
