import type { PasswordScore } from '@backdesk/domain/staff/password-rules.ts';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

// Rating is slow for long repetitive texts (0.6 s for 128 characters): what the first 64 are worth decides.
const longestRated = 64;
let made: ZxcvbnFactory | undefined;

/** How hard a password is to guess, by the lists of stolen ones and by patterns (keyboard rows, dates, repetitions); offline. */
export function ratePassword(password: string, guesses: readonly string[]): PasswordScore {
  made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: longestRated });
  return made.check(password.slice(0, longestRated), [...guesses]).score;
}
