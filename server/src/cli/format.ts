import { writeFileSync } from 'node:fs';
import { applyEdits } from '#core/text/apply-edits.ts';
import { parseArguments } from './arguments.ts';
import { type CliCommand, exitCodes, Misuse } from './command.ts';
import { openWorkspace, standardInput } from './workspace.ts';

const words = {
  case: ['upper', 'lower', 'keep'],
  layout: ['auto', 'one-per-line', 'filled'],
  continuation: ['+', '-', 'keep'],
  order: ['keep', 'catalogue'],
} as const;

export const format: CliCommand = {
  name: 'format',
  summary: 'canonical layout',
  usage: `mqsc format [PATH…] [--check] [--write] [--case C] [--width N] [--layout L] [--continuation C] [--order O] [--indent N]

Prints the MQSC files below PATH (default: here; - is standard input) laid out anew. Values, comments and the order of
commands stay; a command with a fault stays as it is, and so does all text that is no MQSC.
  --check           prints the names of the files that would change instead
  --write           writes the files that change instead, and prints their names
  --case C          of MQ's own words: upper (default), lower or keep
  --width N         longest line in characters (default 80; data sets on z/OS have room for 72)
  --layout L        auto (default: a command on one line that fits stays there, others get a line for each attribute),
                    one-per-line, or filled
  --continuation C  + (default), - or keep
  --order O         of attributes: keep (default) or catalogue (as in the reference)
  --indent N        blanks before an attribute on a line of its own (default 3)
Exit: 0 fine, 1 with --check when a file would change, 2 the command line is wrong.`,
  run: async (argv, terminal) => {
    const options = parseArguments(argv, {
      check: 'flag',
      write: 'flag',
      case: words.case,
      width: 'number',
      layout: words.layout,
      continuation: words.continuation,
      order: words.order,
      indent: 'number',
    });
    const [isCheck, isWrite] = [options.flag('check'), options.flag('write')];
    const lineWidth = options.number('width');
    if (lineWidth === 0) throw new Misuse('--width takes a number above 0');
    const { service, sources, isAsked } = openWorkspace(options.paths, terminal);
    const wanted = {
      keywordCase: words.case.find((word) => word === options.text('case')),
      lineWidth,
      layout: words.layout.find((word) => word === options.text('layout')),
      continuation: words.continuation.find((word) => word === options.text('continuation')),
      attributeOrder: words.order.find((word) => word === options.text('order')),
      indent: options.number('indent'),
    };
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    // Neither YAML without MQSC nor what the estate file ignores.
    const holdsMqsc = (source: string): boolean => service.estate(source).documents.has(source);
    let changed = 0;
    for (const source of service.sources().filter((one) => isAsked(one) && holdsMqsc(one))) {
      const text = service.text(source) ?? '';
      const edits = service.format(source, given);
      const formatted = applyEdits(text, edits);
      if (!isCheck && !isWrite) terminal.out(formatted);
      if (edits.length === 0) continue;
      changed++;
      if (isCheck || isWrite) terminal.out(`${sources.nameOf(source)}\n`);
      if (isWrite && source !== standardInput) writeFileSync(source, formatted);
    }
    return isCheck && changed > 0 ? exitCodes.found : exitCodes.fine;
  },
};
