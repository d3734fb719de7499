import { guessesFor, type PasswordScore, shortestPassword } from '@backdesk/domain/staff/password-rules.ts';
import { useEffect, useState } from 'react';

type Rate = (password: string, guesses: readonly string[]) => PasswordScore;
let loading: Promise<Rate> | undefined;

/** The lists are large: they come when somebody begins to type a new password, never before. */
function loadRate(): Promise<Rate> {
  loading ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(([{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }]) => {
    const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: 64 });
    return (password, guesses) => zxcvbn.check(password.slice(0, 64), [...guesses]).score;
  });
  return loading;
}

/** How hard the password is to guess, while it is typed; null while it is too short to say. The server decides by the same lists. */
export function usePasswordScore(password: string, email: string): PasswordScore | null {
  const [score, setScore] = useState<PasswordScore | null>(null);
  const isLong = [...password].length >= shortestPassword;
  useEffect(() => {
    let isCurrent = true;
    setScore(null);
    if (isLong) void loadRate().then((rate) => isCurrent && setScore(rate(password, guessesFor(email))));
    return () => {
      isCurrent = false;
    };
  }, [password, email, isLong]);
  return score;
}
