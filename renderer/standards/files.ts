import type { Problem } from '../../shared/design/problem.ts'
import { rules } from '../../shared/rules.ts'
import { readControls, writeControls } from '../../shared/standards/control-table.ts'
import { addStandards, setControls, setTechnologies } from '../../shared/standards/edit-standards.ts'
import { printPack, printStandards } from '../../shared/standards/print-standards.ts'
import { readStandards } from '../../shared/standards/read-standards.ts'
import type { RulePack, Standards } from '../../shared/standards/standards.ts'
import { readTechnologies, writeTechnologies } from '../../shared/standards/technology-table.ts'
import { desktop } from '../desktop.ts'
import { showToast } from '../ui/index.ts'
import { change } from './change.ts'

/** What became of a file. */
export interface Import {
  readonly fileName: string
  /** What counts now, in words; absent when nothing of the file could be used. */
  readonly taken?: string
  readonly problems: readonly Problem[]
  /** The part that shows it. */
  readonly part?: 'rules' | 'packs' | 'technologies' | 'controls'
}

/** Reads a file into the standards that count. JSON is a standards file; anything else a table of the part that is open. */
export async function importFile(
  before: Standards,
  fileName: string,
  text: string,
  table: 'technologies' | 'controls',
): Promise<Import> {
  const isJson = fileName.toLowerCase().endsWith('.json') || text.trimStart().startsWith('{')
  if (isJson) return importStandards(before, fileName, text)
  if (table === 'controls') {
    const { controls, problems } = readControls(text)
    if (controls.length === 0) return { fileName, problems: orNothing(problems, 'no control') }
    await change(
      before,
      setControls(before, controls),
      `Took ${count(controls.length, 'mandatory control')} from ${fileName}.`,
    )
    return { fileName, problems, part: 'controls', taken: count(controls.length, 'mandatory control') }
  }
  const { technologies, problems } = readTechnologies(text)
  if (technologies.length === 0) return { fileName, problems: orNothing(problems, 'no technology') }
  const taken = count(technologies.length, 'technology', 'technologies')
  await change(before, setTechnologies(before, technologies), `Took ${taken} from ${fileName}.`)
  return { fileName, problems, part: 'technologies', taken }
}

async function importStandards(before: Standards, fileName: string, text: string): Promise<Import> {
  const read = readStandards(text, rules)
  if (!read.ok) return { fileName, problems: read.problems }
  const { standards, problems } = addStandards(before, read.value, rules)
  await change(before, standards, `Took ${fileName}.`)
  const { packs = [], technologies = [], controls = [], rules: settings = {} } = read.value
  const taken = [
    packs.length === 0
      ? ''
      : count(
          packs.reduce((sum, pack) => sum + pack.rules.length, 0),
          'rule',
        ),
    Object.keys(settings).length === 0 ? '' : count(Object.keys(settings).length, 'setting'),
    technologies.length === 0 ? '' : count(technologies.length, 'technology', 'technologies'),
    controls.length === 0 ? '' : count(controls.length, 'mandatory control'),
  ].filter((part) => part !== '')
  return {
    fileName,
    problems: [...read.problems, ...problems],
    ...(taken.length === 0 ? {} : { taken: taken.join(', ') }),
    part:
      packs.length > 0
        ? 'packs'
        : technologies.length > 0
          ? 'technologies'
          : controls.length > 0
            ? 'controls'
            : 'rules',
  }
}

function orNothing(problems: readonly Problem[], what: string): readonly Problem[] {
  if (problems.length > 0) return problems
  return [{ code: 'standards', level: 'error', sentence: `There is ${what} in it.`, path: '' }]
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

export async function exportStandards(standards: Standards): Promise<void> {
  await save('standards.json', printStandards(standards))
}
export async function exportPack(pack: RulePack): Promise<void> {
  await save(`${pack.id.replaceAll(/[^\w.-]+/gu, '-')}.json`, printPack(pack))
}
export async function exportTechnologies({ technologies = [] }: Standards): Promise<void> {
  await save('technologies.csv', writeTechnologies(technologies))
}
export async function exportControls({ controls = [] }: Standards): Promise<void> {
  await save('mandatory-controls.csv', writeControls(controls))
}

async function save(suggestedName: string, content: string): Promise<void> {
  const extension = suggestedName.split('.').at(-1) ?? 'json'
  const saved = await desktop.saveExport({
    suggestedName,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    content,
  })
  if (saved.ok) showToast(`Saved ${saved.fileName}.`)
  else if (saved.reason !== 'cancelled') showToast(saved.problems.join(' '), { tone: 'fail' })
}
