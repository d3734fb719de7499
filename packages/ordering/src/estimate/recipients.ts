/** Seconds in which sending can be undone. */
export const holdSeconds = 10;

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export type Recipients = {
  /** The addresses as they were typed, apart by commas, semicolons or spaces. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly isWrong: boolean;
};

const listOf = (typed: string) => typed.split(/[\s,;]+/).filter((part) => part !== '');

export function readRecipients(typedTo: string, typedCc: string): Recipients {
  const [to, cc] = [listOf(typedTo), listOf(typedCc)];
  return { to, cc, isWrong: [...to, ...cc].some((part) => !address.test(part)) };
}

/** As the API takes them: the first by itself. Nobody: the estimate is only issued. */
export function recipientsBody({ to: [email = '', ...alsoTo], cc }: Recipients) {
  return { email, alsoTo, cc: email === '' ? [] : [...cc], holdSeconds };
}
