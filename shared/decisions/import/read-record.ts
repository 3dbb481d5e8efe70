import type { Decision, DecisionOption } from '../../design/design.ts'
import {
  listItems,
  type MarkdownRecord,
  type MarkdownSection,
  plain,
  proseOf,
  splitMarkdown,
} from './markdown-parts.ts'

/** A record as it was read; ids and numbers are given when it is taken over. */
export interface ReadRecord {
  readonly fileName: string
  /** Of the file's name, or of the title. */
  readonly number: number | undefined
  readonly format: 'MADR' | 'Nygard'
  readonly name: string
  readonly status: Decision['status']
  readonly date?: string
  readonly people?: NonNullable<Decision['people']>
  readonly context?: string
  readonly options: readonly Pick<DecisionOption, 'title' | 'good' | 'bad'>[]
  /** Index of the chosen option. */
  readonly chosen?: number
  readonly because?: string
  readonly consequences?: readonly string[]
  readonly confirmation?: string
  /** Sections that have no place of their own, as Markdown. */
  readonly kept?: string
  /** Numbers of the records that this one names as what it replaces, and as what replaces it. */
  readonly supersedes: readonly number[]
  readonly supersededBy: readonly number[]
}

/** Reads one record, as MADR 4 or 3 (adr.github.io/madr) or as Michael Nygard's; undefined: it is no decision record. */
export function readRecord(fileName: string, markdown: string): ReadRecord | undefined {
  const record = splitMarkdown(markdown)
  const titles = record.sections.map(({ title }) => title.toLowerCase())
  const has = (...words: readonly string[]): boolean =>
    titles.some((title) => words.some((word) => title.startsWith(word)))
  const isMadr = has('considered options', 'decision outcome', 'context and problem')
  const isNygard = has('decision') && has('context', 'status', 'consequences')
  if (record.title === undefined || (!isMadr && !isNygard)) return undefined
  return isMadr ? readMadr(fileName, record) : readNygard(fileName, record)
}

function readMadr(fileName: string, record: MarkdownRecord): ReadRecord {
  const take = takeFrom(record.sections)
  const context = take('context and problem statement', 'context')
  const considered = take('considered options')
  const outcome = take('decision outcome')
  const pros = take('pros and cons of the options')
  const outcomeParts = takeFrom(outcome?.parts ?? [])
  const consequences = [
    outcomeParts('consequences'),
    outcomeParts('positive consequences'),
    outcomeParts('negative consequences'),
  ].flatMap((section) => (section === undefined ? [] : consequencesOf(section)))
  const confirmation = outcomeParts('confirmation', 'validation') ?? take('confirmation', 'validation')
  const titles = considered === undefined ? [] : listItems(considered.text)
  const { chosen, because, rest } = outcomeOf(outcome?.text ?? '')
  const judged = (pros?.parts ?? []).map(judgementOf)
  const all = [...new Set([...titles, ...judged.map(({ title }) => title), ...(chosen === undefined ? [] : [chosen])])]
  const options = all.map((title) => {
    const found = judged.find((each) => sameTitle(each.title, title))
    return { title, ...pick('good', found?.good), ...pick('bad', found?.bad) }
  })
  const unique = options.filter(
    ({ title }, index) => options.findIndex((each) => sameTitle(each.title, title)) === index,
  )
  const position = chosen === undefined ? -1 : unique.findIndex(({ title }) => sameTitle(title, chosen))
  const status = take('status')?.text ?? textOf(record.fields['status'])
  const kept = [
    keptText('Decision Drivers', take('decision drivers')?.text),
    keptText('Considered Options', considered === undefined ? undefined : proseOf(considered.text)),
    keptText('Decision Outcome', rest),
    ...judged.map(({ title, others }) => keptText(title, others)),
    ...outcomeParts.left().map(asMarkdown),
    ...take.left().map(asMarkdown),
  ]
  return {
    ...headOf(fileName, record, status, 'MADR'),
    ...stated(
      'context',
      join(record.opening.replace(/^\s*[*-]\s*(status|date|deciders):.*$/gim, '').trim(), whole(context)),
    ),
    options: unique,
    ...(position < 0 ? {} : { chosen: position }),
    ...stated('because', because),
    ...(consequences.length === 0 ? {} : { consequences }),
    ...stated('confirmation', whole(confirmation)),
    ...stated('kept', join(...kept)),
  }
}

function readNygard(fileName: string, record: MarkdownRecord): ReadRecord {
  const take = takeFrom(record.sections)
  const status = take('status')
  const head = headOf(fileName, record, status?.text ?? textOf(record.fields['status']), 'Nygard')
  const consequences = take('consequences')
  const context = take('context')
  const decision = take('decision')
  const found = consequences === undefined ? [] : consequencesOf(consequences)
  return {
    ...head,
    ...stated('context', join(record.opening.replace(/^date:.*$/im, '').trim(), whole(context))),
    // The format has no options: what was decided is the only one that it names.
    options: [{ title: head.name }],
    chosen: 0,
    ...stated('because', whole(decision)),
    ...(found.length === 0 ? {} : { consequences: found }),
    ...stated('kept', join(keptText('Status', leftOfStatus(status?.text)), ...take.left().map(asMarkdown))),
  }
}

function headOf(
  fileName: string,
  { title = '', fields, opening, sections }: MarkdownRecord,
  status: string | undefined,
  format: ReadRecord['format'],
): Pick<
  ReadRecord,
  'fileName' | 'number' | 'format' | 'name' | 'status' | 'date' | 'people' | 'supersedes' | 'supersededBy'
> {
  const numbered = /^(?:adr[- ]?)?0*(\d+)[.:)\s-]+(.+)$/i.exec(title)
  const ofFile = /(?:^|[/\\])(?:adr[-_ ]?)?0*(\d+)[^/\\]*$/i.exec(fileName)?.[1]
  const number = ofFile ?? numbered?.[1]
  const date = dateIn(textOf(fields['date']) ?? /^\s*(?:[*-]\s*)?date:\s*(.*)$/im.exec(opening)?.[1])
  const listed = /^\s*[*-]\s*status:\s*(.*)$/im.exec(opening)?.[1]
  const said = status ?? listed ?? ''
  const people = {
    ...names(
      'deciders',
      fields['decision-makers'] ?? fields['deciders'] ?? /^\s*[*-]\s*deciders:\s*(.*)$/im.exec(opening)?.[1],
    ),
    ...names('consulted', fields['consulted']),
    ...names('informed', fields['informed']),
  }
  const everything = [said, ...sections.flatMap((section) => [section.text])].join('\n')
  return {
    fileName,
    number: number === undefined ? undefined : Number(number),
    format,
    name: numbered?.[2] ?? title,
    status: statusOf(said),
    ...(date === undefined ? {} : { date }),
    ...(Object.keys(people).length === 0 ? {} : { people }),
    supersedes: numbersAfter(/\b(?:supersedes|supercedes|replaces)\b/gi, everything),
    supersededBy: numbersAfter(/\b(?:superseded|superceded|replaced)\s+by\b/gi, everything),
  }
}

function statusOf(text: string): Decision['status'] {
  const words = text.toLowerCase()
  if (/super[sc]eded|replaced by/.test(words)) return 'superseded'
  const found = (['accepted', 'rejected', 'deprecated', 'proposed'] as const).filter((status) => words.includes(status))
  return found.at(-1) ?? (/approved|done|decided/.test(words) ? 'accepted' : 'proposed')
}

/** What a status says beyond the one word, links apart. */
function leftOfStatus(status = ''): string | undefined {
  const left = status
    .split('\n')
    .filter((line) => !/^\s*(accepted|proposed|rejected|deprecated|superseded)?\s*$/i.test(line))
    .join('\n')
  return left.trim() === '' ? undefined : left.trim()
}

/** The number in a link or label right behind the words: "[5. Use X](0005-use-x.md)", "ADR-0005"; a bare number is none. */
function numbersAfter(words: RegExp, text: string): readonly number[] {
  const found = [...text.matchAll(words)].flatMap((match) => {
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 120)
    const number = /^[^\n]{0,24}?(?:adr[- ]?|\[|\()0*(\d+)/i.exec(behind)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  return [...new Set(found)]
}

function outcomeOf(outcome: string): { chosen?: string; because?: string; rest?: string } {
  const found =
    /^\s*chosen options?:\s*(?:"([^"]+)"|“([^”]+)”|\*\*([^*]+)\*\*|\[([^\]]+)\]\([^)]*\)|'([^']+)'|([^,.\n]+))\s*(?:,?\s*because:?\s*([\s\S]*))?/i.exec(
      outcome,
    )
  if (found === null) return outcome.trim() === '' ? {} : { because: outcome.trim() }
  const title = plain(found.slice(1, 7).find((each) => each !== undefined) ?? '')
    .replaceAll('*', '')
    .trim()
  const because = found[7]?.trim()
  const rest = outcome.slice((found.index ?? 0) + found[0].length).trim()
  const tail = rest.replace(/^[,.:]\s*/, '')
  return {
    ...(title === '' ? {} : { chosen: title }),
    ...(because === undefined || because === '' ? {} : { because }),
    ...(tail === '' ? {} : { rest: tail }),
  }
}

function judgementOf({ title, text: body, parts }: MarkdownSection): {
  title: string
  good: readonly string[]
  bad: readonly string[]
  others: string | undefined
} {
  const items = listItems(body)
  const after = (word: string): readonly string[] =>
    items.flatMap((item) => new RegExp(`^${word},?\\s*(?:because\\s+)?(.+)$`, 'is').exec(item)?.[1] ?? [])
  const neutral = items.filter((item) => !/^(good|bad)\b/i.test(item)).map((item) => `- ${item}`)
  const others = join(proseOf(body), neutral.join('\n'), ...parts.map(asMarkdown))
  return { title, good: after('good'), bad: after('bad'), others }
}

function consequencesOf(section: MarkdownSection): readonly string[] {
  const items = listItems(section.text)
  const prose = items.length === 0 ? section.text : proseOf(section.text)
  const paragraphs = prose.split(/\n{2,}/).map((each) => each.replaceAll(/\s*\n\s*/g, ' ').trim())
  return [
    ...paragraphs.filter((each) => each !== ''),
    ...items,
    ...section.parts.map(asMarkdown).flatMap((part) => part ?? []),
  ]
}

/** Takes sections by the beginning of their titles, each once; `left` are those that nobody took. */
function takeFrom(sections: readonly MarkdownSection[]): {
  (...words: readonly string[]): MarkdownSection | undefined
  left: () => readonly MarkdownSection[]
} {
  const open = new Set(sections)
  const take = (...words: readonly string[]): MarkdownSection | undefined => {
    const found = [...open].find(({ title }) => words.includes(title.toLowerCase().replace(/[:.]$/, '')))
    if (found !== undefined) open.delete(found)
    return found
  }
  return Object.assign(take, { left: () => [...open] })
}

/** A section with its sub-sections, without its own heading. */
function whole(section: MarkdownSection | undefined): string | undefined {
  return section === undefined ? undefined : join(section.text, ...section.parts.map(asMarkdown))
}

function asMarkdown(section: MarkdownSection): string | undefined {
  return keptText(section.title, whole(section)) ?? undefined
}

function keptText(title: string, body: string | undefined): string | undefined {
  return body === undefined || body.trim() === '' ? undefined : `${title}:\n${body.trim()}`
}

function join(...texts: readonly (string | undefined)[]): string | undefined {
  const all = texts.filter((each) => each !== undefined && each.trim() !== '')
  return all.length === 0 ? undefined : all.join('\n\n')
}

function stated<Field extends string>(field: Field, value: string | undefined): { readonly [F in Field]?: string } {
  return value === undefined || value.trim() === ''
    ? {}
    : ({ [field]: value.trim() } as { readonly [F in Field]?: string })
}

function pick<Field extends string>(
  field: Field,
  list: readonly string[] | undefined,
): { readonly [F in Field]?: readonly string[] } {
  return list === undefined || list.length === 0
    ? {}
    : ({ [field]: list } as unknown as { readonly [F in Field]?: readonly string[] })
}

function names(
  field: string,
  value: string | readonly string[] | undefined,
): Readonly<Record<string, readonly string[]>> {
  const list = (typeof value === 'string' ? value.split(',') : (value ?? [])).map((each) => each.trim())
  const known = list.filter((each) => each !== '' && !/^\{.*\}$/.test(each))
  return known.length === 0 ? {} : { [field]: known }
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  const said = typeof value === 'string' || value === undefined ? value : value.join(', ')
  return said === '' ? undefined : said
}

function dateIn(value: string | undefined): string | undefined {
  return /\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0]
}

function sameTitle(one: string, other: string): boolean {
  const key = (title: string): string =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return key(one) === key(other)
}
