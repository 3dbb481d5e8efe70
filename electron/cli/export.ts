import { dirname, join } from 'node:path'
import type { DocumentContext, DocumentDefinition } from '../../shared/documents/document.ts'
import { buildDocument, contextsFor, documents, findDocument } from '../../shared/documents/index.ts'
import { droppedWords } from '../../shared/documents/dropped-words.ts'
import { openContext } from '../../shared/documents/open-context.ts'
import { countOf } from '../../shared/documents/text/numbers.ts'
import { planLeaveBehind } from '../../shared/documents/leave-behind/leave-behind.ts'
import { manifestName, readManifest, stillThere } from '../../shared/documents/leave-behind/manifest.ts'
import { type WriteProblem, writeFolder } from '../../shared/documents/leave-behind/write-folder.ts'
import { findFormat, formats, writeDocument } from '../../shared/documents/writers/index.ts'
import type { FormatDefinition } from '../../shared/documents/writers/index.ts'
import { fileRefusal, writeRefusal } from '../file-problems.ts'
import { alignColumns, Misuse, printJson, readText, required, writeResult } from './command-line.ts'
import type { Arguments, LineCommand, Surroundings } from './command-line.ts'
import { brandOption, loadBrand } from './load-brand.ts'
import { cataloguesOption, loadCatalogues, openFile, pricesOption, standardsOption } from './load.ts'

export const exportCommand: LineCommand = {
  name: 'export',
  usage:
    'export DOCUMENT FILE -o OUT | --all FILE -o FOLDER [--format FORMAT] [--decision NUMBER] [--brand FOLDER|FILE.json] [--prices FILE] [--standards FILE] [--catalogues FILE]',
  summary: 'Writes a document, the ending of OUT choosing its format; or all that there are, with an index.',
  options: ['all', 'output', 'format', 'decision', brandOption, pricesOption, standardsOption, cataloguesOption],
  async run(given, surroundings) {
    if (given.options['all'] !== undefined) return await exportAll(given.options['all'], given, surroundings)
    const document = documentNamed(required(given, 0, 'a document', exportCommand.usage))
    const path = required(given, 1, 'a design file', exportCommand.usage)
    const format = formatFor(document, given)
    const read = await contextOf(path, given, surroundings)
    const context = document.perDecision === true ? contextOfDecision(document, read, given.options['decision']) : read
    const outline = buildDocument(document, context)
    const written = await writeDocument(outline, format.id)
    const content = format.id === 'pdf' ? await printed(written, surroundings) : written
    await writeResult(given.options['output'], content, surroundings)
    const notMade = droppedWords(outline.dropped)
    if (notMade !== undefined) surroundings.complain(notMade)
    return 0
  },
}

/** Everything a document is made from. */
async function contextOf(path: string, given: Arguments, surroundings: Surroundings): Promise<DocumentContext> {
  const brand = await loadBrand(given, surroundings)
  const catalogues = await loadCatalogues(given, surroundings)
  const { design, prices, standards } = await openFile(path, given, surroundings)
  const context = openContext(design, {
    catalogues,
    prices,
    priceBookDate: prices.date,
    today: surroundings.today,
    ...(standards === undefined ? {} : { standards }),
  })
  return { ...context, ...(brand === undefined ? {} : { brand }) }
}

/** Writes all documents of a design into a folder; exit code 1 when one of them could not be made. */
async function exportAll(path: string, given: Arguments, surroundings: Surroundings): Promise<number> {
  const folder = given.options['output']
  if (folder === undefined || folder === '-') throw new Misuse(`Name a folder: lintel ${exportCommand.usage}`)
  const context = await contextOf(path, given, surroundings)
  await makeFolder(folder, surroundings)
  const manifest = await readText(join(folder, manifestName), surroundings).catch(() => '')
  const isThere = (name: string): Promise<boolean> =>
    surroundings.readBytes(join(folder, name)).then(
      () => true,
      () => false,
    )
  const before = await stillThere(readManifest(manifest, context.design.id), isThere)
  const canPrint = surroundings.printPdf !== undefined
  const plan = planLeaveBehind(context, canPrint)
  const write = (name: string, content: string | Uint8Array): Promise<WriteProblem | undefined> =>
    writeOne(join(folder, name), content, surroundings)
  const { files, problem } = await writeFolder(context, plan, write, {
    isRead: true,
    ...(before === undefined ? {} : { before }),
    ...(canPrint ? { print: (html) => printed(html, surroundings) } : {}),
  })
  if (given.json) printJson(surroundings, { folder, files, ...(problem === undefined ? {} : { problem }) })
  else surroundings.write(alignColumns(files.map(({ name, state }) => [state, name])))
  for (const { name, state, problem: why = '' } of files)
    if (state === 'failed') surroundings.complain(why.includes(name) ? why : `${name} could not be made: ${why}`)
  if (problem !== undefined && files.every((file) => file.problem !== problem)) surroundings.complain(problem)
  const leftOut = files.filter(({ state }) => state === 'left out').length
  if (leftOut > 0) surroundings.complain(`${countOf(leftOut, 'document')} of ${files.length} not written after that.`)
  return problem !== undefined || files.some(({ state }) => state === 'failed') ? 1 : 0
}

async function makeFolder(path: string, surroundings: Surroundings): Promise<void> {
  try {
    await surroundings.makeFolder(path)
  } catch (error) {
    throw new Misuse(fileRefusal(error, path).problems.join(' '))
  }
}

/** Why a file could not be written; nothing when it was. One that is open in another program does not stop the others. */
async function writeOne(
  path: string,
  content: string | Uint8Array,
  surroundings: Surroundings,
): Promise<WriteProblem | undefined> {
  try {
    await surroundings.writeFile(path, content)
    return undefined
  } catch (error) {
    const { reason, problems } = writeRefusal(error, path, dirname(path))
    return { sentence: problems.join(' '), concernsAll: reason === 'missing' || reason === 'no-place' }
  }
}

function documentNamed(id: string): DocumentDefinition {
  const document = findDocument(id)
  if (document) return document
  throw new Misuse(`There is no document "${id}". Known are: ${documents.map((one) => one.id).join(', ')}.`)
}

/** The format named, else that of the file's ending, else text where there is any, else the document's first. */
function formatFor(document: DocumentDefinition, given: Arguments): FormatDefinition {
  const { format, output } = given.options
  if (output !== undefined && /[/\\]$/.test(output))
    throw new Misuse(
      `"${output}" is a folder. Name the file to write in it, or take "lintel export --all" for everything.`,
    )
  const ending = output === undefined || output === '-' ? undefined : output.split('.').at(-1)
  const wanted = format ?? ending
  const found =
    wanted === undefined ? undefined : formats.find(({ id, extension }) => id === wanted || extension === wanted)
  const [first = 'markdown'] = document.formats
  const usual = document.formats.includes('markdown') ? 'markdown' : first
  const chosen = wanted === undefined ? findFormat(usual) : found
  if (chosen && document.formats.includes(chosen.id)) return chosen
  const known = document.formats.map((id) => `.${findFormat(id).extension}`).join(', ')
  throw new Misuse(`"${document.id}" cannot be written as "${wanted}". It can be written as: ${known}.`)
}

/** The context of the decision with that number; of the first that the document has something to say of when none is named. */
function contextOfDecision(
  document: DocumentDefinition,
  context: DocumentContext,
  number: string | undefined,
): DocumentContext {
  const contexts = contextsFor(document, context)
  const { name, decisions = [] } = context.design
  const numberOf = ({ decisionId }: DocumentContext): number | undefined =>
    decisions.find(({ id }) => id === decisionId)?.number
  const found = number === undefined ? contexts[0] : contexts.find((own) => String(numberOf(own)) === number)
  if (found) return found
  if (decisions.length === 0) throw new Misuse(`"${name}" has no decision. Add one in the studio first.`)
  if (contexts.length === 0)
    throw new Misuse(
      `"${document.id}" has nothing to say of a decision of "${name}" yet: draw its options, or score them.`,
    )
  const known = contexts.flatMap((own) => {
    const decision = decisions.find(({ id }) => id === own.decisionId)
    return decision === undefined ? [] : [`${decision.number} (${decision.name})`]
  })
  throw new Misuse(`There is no decision ${number}. Known are: ${known.join(', ')}.`)
}

async function printed(page: string | Uint8Array, surroundings: Surroundings): Promise<Uint8Array> {
  if (surroundings.printPdf && typeof page === 'string') return await surroundings.printPdf(page)
  throw new Misuse('PDF is printed by the desktop program: run "lintel --cli export ..." there, or write HTML here.')
}
