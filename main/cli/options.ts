import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './io.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<Chosen extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Chosen; allowPositionals: true }>
>;

/** Reads a command's options and operands. @throws {UsageError} for anything it does not know. */
export function readOptions<const Chosen extends Options>(argv: readonly string[], options: Chosen): Parsed<Chosen> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    // The platform's message names the option; what follows its first sentence is about quoting.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(/[.\n]/)[0]}.`);
  }
}

/** The one operand of a command. */
export function onlyOperand(operands: readonly string[], name: string): string {
  const [operand, ...more] = operands;
  if (operand === undefined || operand === '') throw new UsageError(`Name ${name}.`);
  if (more.length > 0) throw new UsageError(`Only one operand is expected, but “${more[0]}” follows.`);
  return operand;
}

/** For commands that take options only. */
export function noOperands(operands: readonly string[]): void {
  if (operands.length > 0) throw new UsageError(`“${operands[0]}” is not expected here.`);
}
