import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Paper } from '#shared/contract/contract.ts';
import { paperSchema } from '#shared/contract/record-contract.ts';
import { type CommandIo, type ExitStatus, UsageError } from './io.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<Chosen extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Chosen; allowPositionals: true }>
>;

/** The options of commands that write a file. All commands take `data`, also those for which it plays no part. */
export const OUT_OPTIONS = {
  out: { type: 'string' },
  force: { type: 'boolean', default: false },
  data: { type: 'string' },
} as const;

/** What a command does that is named by two words, by the second one. */
export type Actions = ReadonlyMap<string, (io: CommandIo, argv: readonly string[]) => Promise<ExitStatus>>;

/** Runs the action that a command line begins with. @throws {UsageError} */
export async function runAction(
  command: string,
  actions: Actions,
  io: CommandIo,
  [name, ...rest]: readonly string[],
): Promise<ExitStatus> {
  const run = name === undefined ? undefined : actions.get(name);
  if (run) return run(io, rest);
  const known = [...actions.keys()].join(', ');
  throw new UsageError(
    name === undefined ? `Say what to do: ${known}.` : `There is no “${command} ${name}”; there is ${known}.`,
  );
}

/** Reads a command's options and operands. @throws {UsageError} for anything it does not know. */
export function readOptions<const Chosen extends Options>(argv: readonly string[], options: Chosen): Parsed<Chosen> {
  try {
    return parseArgs({ args: withDashedValues(argv, options), options, allowPositionals: true });
  } catch (error) {
    // The platform's message names the option; what follows its first sentence is about quoting.
    const message = error instanceof Error ? error.message : String(error);
    const [, unclear] = /^Option '[^']*?(--[a-z-]+)[^']*' argument is ambiguous/.exec(message) ?? [];
    throw new UsageError(
      unclear === undefined
        ? `${message.split(/[.\n]/)[0]}.`
        : `What follows ${unclear} looks like an option. Write ${unclear}=VALUE if it is meant as its value.`,
    );
  }
}

/**
 * Arguments in which a value that begins with a dash and can be no option, such as the title “---”, is joined to its
 * option, as the platform asks for.
 */
function withDashedValues(argv: readonly string[], options: Options): string[] {
  const end = argv.indexOf('--');
  const args: string[] = [];
  for (const [index, arg] of argv.entries()) {
    const before = args.at(-1);
    const isBeforeEnd = end < 0 || index < end;
    const takesValue = before?.startsWith('--') === true && options[before.slice(2)]?.type === 'string';
    if (isBeforeEnd && takesValue && /^-(?!-?[a-z]|-?$)/i.test(arg)) args.splice(-1, 1, `${before}=${arg}`);
    else args.push(arg);
  }
  return args;
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

/** Where to write, for commands that have to be told. @throws {UsageError} */
export function outOf({ out }: { readonly out?: string | undefined }): string {
  if (out === undefined || out === '') throw new UsageError('Say where to write: --out OUT.');
  return out;
}

/** The paper of a PDF. @throws {UsageError} */
export function paperOf(name: string): Paper {
  const parsed = paperSchema.safeParse(name);
  if (!parsed.success) throw new UsageError('The paper is a4 or letter.');
  return parsed.data;
}
