import { basename } from 'node:path'
import { printDesign } from '../../shared/design/file.ts'
import type { Result } from '../../shared/design/problem.ts'
import { decodeText, mayBeDesign } from '../../shared/interchange/decode-text.ts'
import { drawingInPng } from '../../shared/interchange/draw-io/carried-drawing.ts'
import { importDecoded, recogniseFormat } from '../../shared/interchange/index.ts'
import { type Loaded, readDesignFile } from './load.ts'
import { printJson, readText, required, Unusable, writeResult } from './command-line.ts'
import type { LineCommand, Surroundings } from './command-line.ts'

export const importCommand: LineCommand = {
  name: 'import',
  usage: 'import FILE -o OUT',
  summary: 'Turns a file of another tool (or an older one of Lintel) into a design.',
  options: ['output'],
  async run(given, surroundings) {
    const path = required(given, 0, 'a file', importCommand.usage)
    const text = (await drawingIn(path, surroundings)) ?? (await readText(path, surroundings))
    const decoded = decodeText(text)
    const isForeign = decoded.ok && recogniseFormat(decoded.value) !== undefined
    if (!isForeign && mayBeDesign(text)) {
      const { design, problems } = readOwnFile(text, decoded)
      await writeResult(given.options['output'], printDesign(design), surroundings)
      if (given.json && given.options['output'] !== undefined) printJson(surroundings, { format: 'lintel', problems })
      return 0
    }
    const suffix = Math.floor(surroundings.random() * 36 ** 4)
      .toString(36)
      .padStart(4, '0')
    const result = importDecoded(decoded, `d-${suffix}`, basename(path))
    if (!result.ok) throw new Unusable(result.problems)
    await writeResult(given.options['output'], printDesign(result.value.design), surroundings)
    const { format, readings, leftOut, summary } = result.value
    if (given.options['output'] !== undefined && given.options['output'] !== '-') {
      if (given.json) printJson(surroundings, { format: format.id, readings, leftOut })
      else {
        surroundings.write(`Read from ${format.title}: ${summary}.\n`)
        for (const sentence of leftOut) surroundings.write(`${sentence}\n`)
      }
    }
    return 0
  },
}

/** What a picture of draw.io carries; undefined for any other file. */
async function drawingIn(path: string, surroundings: Surroundings): Promise<string | undefined> {
  return path.toLowerCase().endsWith('.png') ? drawingInPng(await surroundings.readBytes(path)) : undefined
}

/** A design of ours. What is too large or too deep for every other format is said in the words about those. */
function readOwnFile(text: string, decoded: Result<unknown>): Loaded {
  try {
    return readDesignFile(text)
  } catch (error) {
    const isLimit = !decoded.ok && decoded.problems.some(({ code }) => code === 'limit')
    throw isLimit ? new Unusable(decoded.problems) : error
  }
}
