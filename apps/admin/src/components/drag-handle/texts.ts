export const t = {
  moved: (name: string, at: string, count: string) => `${name} is ${at} of ${count} now.`,
};
