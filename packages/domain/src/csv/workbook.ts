/** Said of a workbook that is sent as CSV, whatever its name. */
export const workbookSays = 'This is an Excel workbook or a ZIP file, not CSV: in Excel choose "Save as", then "CSV UTF-8".';

/** Whether a file that begins so, read as UTF-8, is a workbook: a new one is a ZIP file, an old one has a mark of its own. */
export function isWorkbook(beginning: string): boolean {
  return beginning.startsWith('PK\u0003\u0004') || beginning.startsWith('\ufffd\ufffd\u0011');
}
