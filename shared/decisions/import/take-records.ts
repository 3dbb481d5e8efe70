import type { Decision, Design, Id } from '../../design/design.ts'
import { nextNumber } from '../status.ts'
import { readRecord, type ReadRecord } from './read-record.ts'

/** What was made of a folder of records, to look at before any of it is taken over. */
export interface RecordPreview {
  /** By number, those without one last. */
  readonly records: readonly ReadRecord[]
  /** Files that are no decision record. */
  readonly refused: readonly { readonly fileName: string; readonly reason: string }[]
}

/** Reads a folder of Markdown files; indexes and templates among them are named and left out. */
export function previewRecords(files: readonly { readonly fileName: string; readonly text: string }[]): RecordPreview {
  const records: ReadRecord[] = []
  const refused: { fileName: string; reason: string }[] = []
  for (const { fileName, text } of files) {
    const record = /\.(?:md|markdown)$/i.test(fileName) ? readRecord(fileName, text) : undefined
    if (!/\.(?:md|markdown)$/i.test(fileName)) refused.push({ fileName, reason: 'It is no Markdown file.' })
    else if (/(?:^|[/\\])(?:adr-)?template/i.test(fileName)) refused.push({ fileName, reason: 'It is a template.' })
    else if (record === undefined)
      refused.push({ fileName, reason: 'It has neither the sections of MADR nor those of Nygard.' })
    else records.push(record)
  }
  const order = (record: ReadRecord): number => record.number ?? Number.MAX_SAFE_INTEGER
  return { records: records.toSorted((a, b) => order(a) - order(b)), refused }
}

/**
 * The decision that a record was taken over as before: it has the record's title, and its number or the name of its file.
 * A record that is here is not taken over a second time.
 */
export function decisionFrom({ decisions = [] }: Design, { name, number, fileName }: ReadRecord): Decision | undefined {
  return decisions.find(
    (decision) =>
      decision.name.trim() === name.trim() &&
      (decision.number === number || (decision.links ?? []).some(({ title }) => title === readFrom(fileName))),
  )
}

function readFrom(fileName: string): string {
  return `Read from ${fileName.split(/[/\\]/).at(-1) ?? fileName}`
}

/** The number that each record gets: its own, unless a decision of the design or an earlier record has it. */
export function numbersFor(design: Design, records: readonly ReadRecord[]): readonly number[] {
  const taken = new Set((design.decisions ?? []).map(({ number }) => number))
  let next = Math.max(nextNumber(design), 1 + Math.max(0, ...records.map(({ number }) => number ?? 0)))
  return records.map(({ number }) => {
    const own = number !== undefined && number > 0 && !taken.has(number) ? number : next
    if (own === next) next += 1
    taken.add(own)
    return own
  })
}

/**
 * The design with the records as decisions, those that are here already left as they are: who replaces whom is joined up
 * among all of them.
 */
export function takeRecords(design: Design, given: readonly ReadRecord[], fresh: (stem: string) => Id): Design {
  const records = given.filter((record) => decisionFrom(design, record) === undefined)
  const numbers = numbersFor(design, records)
  const ids = records.map(() => fresh('adr'))
  const idOf = (number: number): Id | undefined => {
    const here = given.find((record) => record.number === number)
    return here === undefined ? undefined : (ids[records.indexOf(here)] ?? decisionFrom(design, here)?.id)
  }
  const decisions = records.map((record, index): Decision => {
    const id = ids[index] ?? fresh('adr')
    const older = record.supersedes.map(idOf).find((each) => each !== undefined)
    const claimed = records.findIndex(
      ({ supersededBy }) => record.number !== undefined && supersededBy.includes(record.number),
    )
    const supersedes = older ?? (claimed < 0 ? undefined : ids[claimed])
    return decisionOf(record, { id, number: numbers[index] ?? index + 1, fresh, supersedes })
  })
  return { ...design, decisions: [...(design.decisions ?? []), ...decisions] }
}

function decisionOf(
  record: ReadRecord,
  {
    id,
    number,
    fresh,
    supersedes,
  }: {
    readonly id: Id
    readonly number: number
    readonly fresh: (stem: string) => Id
    readonly supersedes: Id | undefined
  },
): Decision {
  const { name, status, date, people, context, because, consequences, confirmation, kept, fileName } = record
  const options = record.options.map((option) => ({ ...option, id: fresh('option') }))
  const chosen = record.chosen === undefined ? undefined : options[record.chosen]?.id
  return {
    id,
    number,
    name,
    status,
    options,
    ...(date === undefined ? {} : { date }),
    ...(people === undefined ? {} : { people }),
    ...(context === undefined ? {} : { context }),
    ...(chosen === undefined ? {} : { chosen }),
    ...(because === undefined ? {} : { because }),
    ...(consequences === undefined ? {} : { consequences }),
    ...(confirmation === undefined ? {} : { confirmation }),
    ...(kept === undefined ? {} : { notes: kept }),
    ...(supersedes === undefined || supersedes === id ? {} : { supersedes }),
    links: [{ title: readFrom(fileName) }],
  }
}
