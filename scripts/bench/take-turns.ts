import { load, type Sample } from './load.ts';
import type { Operation } from './operations.ts';
import { figuresOf, type Row } from './report.ts';
import { describeStatements, startCounting } from './statements.ts';
import type { World } from './world.ts';

export type Turns = {
  readonly clients: number;
  readonly seconds: number;
  readonly rounds: number;
  /** Seconds that ours runs before it is measured. */
  readonly warm: number;
  readonly statements: boolean;
};
export type Measured = { readonly row: Row; readonly failures: readonly string[] };

/**
 * A warm-up of both, long enough that each connection has its statements planned and that the code which runs often is compiled, then floor
 * and ours in turns: what else the machine does hits both alike.
 */
export async function takeTurns(world: World, operation: Operation, { clients, seconds, rounds, warm, statements }: Turns): Promise<Measured> {
  const failures: string[] = [];
  const run = async (side: 'ours' | 'floor', length: number): Promise<Sample> => {
    const before = world.processorTime(side);
    const sample = await load({ clients, seconds: length, flow: operation[side] });
    failures.push(...sample.failures);
    return { ...sample, processorTime: world.processorTime(side) - before };
  };
  await run('floor', 0.5);
  await run('ours', warm);
  const floor: Sample[] = [];
  const ours: Sample[] = [];
  for (let round = 0; round < rounds; round += 1) {
    floor.push(await run('floor', seconds));
    if (statements) await startCounting(world.client);
    const sample = await run('ours', seconds);
    ours.push(sample);
    if (statements) console.log(await describeStatements(world.client, sample.milliseconds.length));
  }
  const { name, kind } = operation;
  return { row: { operation: name, kind, clients, refused: failures.length, ours: figuresOf(ours), floor: figuresOf(floor) }, failures };
}
