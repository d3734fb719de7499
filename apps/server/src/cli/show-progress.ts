import cliProgress from 'cli-progress';

export type Shown = {
  readonly advanceTo: (done: number) => void;
  readonly advance: (more: number) => void;
  readonly say: (line: string) => void;
  readonly stop: () => void;
};

/** A bar on a terminal, of so much in all; nothing but the lines said elsewhere. `what` stands before the bar. */
export function showProgress(what: string, all: number): Shown {
  if (!process.stdout.isTTY) return { advanceTo: () => undefined, advance: () => undefined, say: (line) => console.log(line), stop: () => undefined };
  const bar = new cliProgress.SingleBar(
    { format: `${what} {bar} {percentage} % · {eta_formatted} left`, clearOnComplete: true, hideCursor: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(all, 0);
  const say = (line: string) => {
    process.stdout.write('\r\u001b[K');
    console.log(line);
    bar.render();
  };
  return { advanceTo: (done) => bar.update(done), advance: (more) => bar.increment(more), say, stop: () => bar.stop() };
}
