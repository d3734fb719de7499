/** Saves a file as a download, not in a window of its own: that would be taken for an advertisement after a long wait. */
export function downloadFile({ url, name }: { readonly url: string; readonly name: string }): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
