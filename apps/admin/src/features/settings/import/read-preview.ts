import { readCsv, UnreadableFile } from '@backdesk/domain/csv/read-csv.ts';

export type Preview = { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Heading and first rows of a file, from its beginning alone; or why it cannot be read. */
export async function readPreview(file: Blob): Promise<Preview | { readonly fault: string }> {
  const beginning = await textOf(file.slice(0, 200_000));
  const records: (readonly string[])[] = [];
  try {
    for await (const { cells } of readCsv([beginning])) {
      records.push(cells);
      if (records.length === 4) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    // A record that the cut goes through is no fault of the file.
    if (records.length === 0) return { fault: error.message };
  }
  const [headings, ...rows] = records;
  if (headings === undefined) return { fault: 'The file is empty.' };
  return { headings: headings.map((heading) => heading.trim()), rows };
}

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(blob);
  });
}
