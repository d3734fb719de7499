/** Lines keep their place by numbers with gaps of this size. */
export const positionGap = 1024;
