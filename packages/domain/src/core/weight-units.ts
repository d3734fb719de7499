/** An avoirdupois pound, exactly (international yard and pound agreement of 1959). */
export const gramsInPound = 453.592_37;
