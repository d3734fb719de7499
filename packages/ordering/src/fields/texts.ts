export const t = {
  optional: () => 'optional',
  choose: () => 'Choose',
  gone: (option: string) => `${option} (no longer offered)`,
  notANumber: () => 'Enter a number, such as 12.5.',
  linkHelp: () => 'Starts with https://',
  wrong: (label: string, what: string) => `${label} ${what}`,
  yes: () => 'Yes',
  no: () => 'No',
};
