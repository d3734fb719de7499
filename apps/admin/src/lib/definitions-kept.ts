/** So long an account's definitions are taken as they were read; settings show them as they are now. */
export const definitionsKeptMs = 5 * 60_000;
