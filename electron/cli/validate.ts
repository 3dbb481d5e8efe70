import { withLines } from '../../shared/design/file.ts'
import { openPriceBook } from '../../shared/prices/price-book.ts'
import { priceProblems } from '../../shared/prices/price-problems.ts'
import { printJson, problemLine, readText, required } from './command-line.ts'
import type { LineCommand } from './command-line.ts'
import { bookFor, pricesOption, readDesignFile } from './load.ts'

export const validateCommand: LineCommand = {
  name: 'validate',
  usage: 'validate FILE [--prices FILE]',
  summary: 'Says what is wrong with a file, each fault with its place.',
  options: [pricesOption],
  async run(given, surroundings) {
    const path = required(given, 0, 'a file', validateCommand.usage)
    const text = await readText(path, surroundings)
    const { design, problems: ofFile } = readDesignFile(text)
    const book = openPriceBook(await bookFor(given, surroundings), design.prices, surroundings.today)
    const problems = withLines(text, [...ofFile, ...priceProblems(design, book)])
    const errors = problems.filter((problem) => problem.level === 'error')
    if (given.json) printJson(surroundings, { ok: errors.length === 0, problems })
    else if (problems.length === 0) surroundings.write(`${path} is a valid design.\n`)
    else for (const problem of problems) surroundings.write(`${problem.level}  ${problemLine(problem)}\n`)
    return errors.length === 0 ? 0 : 1
  },
}
