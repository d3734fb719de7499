// Text of people as it goes into a mail. React escapes it for HTML; here it is made safe for a header and for plain
// text: no line breaks or control characters in a one-line field, and right-to-left names kept from turning the rest round.

const breaksAndControls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that turn the direction of what follows: a name must not be able to reverse a figure. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** One line: breaks and control characters become a space, direction marks go. */
export function oneLine(text: string): string {
  return text.replace(directionMarks, '').replace(breaksAndControls, ' ').trim();
}

/** Several lines: breaks are kept, other control characters and direction marks go. */
export function manyLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(oneLine);
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

/** For plain text, which has no markup to say it: a right-to-left name stands in isolation marks. */
export function isolated(text: string): string {
  const line = oneLine(text);
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}
