/** A record as Markdown has it: fields before the text, the title, and sections with the text below their headings. */
export interface MarkdownRecord {
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly title: string | undefined
  /** Text between the title and the first section. */
  readonly opening: string
  readonly sections: readonly MarkdownSection[]
}

export interface MarkdownSection {
  readonly title: string
  /** Without its sub-sections. */
  readonly text: string
  readonly parts: readonly MarkdownSection[]
}

/** Splits a record; headings within fences of code are text. Never fails: what is no heading is text. */
export function splitMarkdown(markdown: string): MarkdownRecord {
  const { fields, body } = frontMatterOf(markdown.replaceAll(/\r\n?/g, '\n').replace(/^\uFEFF/, ''))
  const lines = withoutComments(body).split('\n')
  const headings = headingsIn(lines)
  const first = headings.find(({ level }) => level === 1)
  const rest = headings.filter((heading) => heading !== first)
  const top = Math.min(...rest.map(({ level }) => level), 6)
  const openingEnd = rest[0]?.line ?? lines.length
  const opening = lines.slice(0, openingEnd).filter((_, index) => !isOf(first, index))
  return {
    fields,
    title: first?.title,
    opening: opening.join('\n').trim(),
    sections: sectionsOf(lines, rest, top, lines.length),
  }
}

interface Heading {
  readonly line: number
  /** How many lines it takes: two where it is underlined. */
  readonly size: number
  readonly level: number
  readonly title: string
}

function isOf(heading: Heading | undefined, line: number): boolean {
  return heading !== undefined && line >= heading.line && line < heading.line + heading.size
}

function headingsIn(lines: readonly string[]): readonly Heading[] {
  let fence: string | undefined
  return lines.flatMap((text, line): Heading[] => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(text)?.[1]
    if (mark !== undefined) {
      if (fence === undefined) fence = mark
      else if (mark.startsWith(fence)) fence = undefined
      return []
    }
    if (fence !== undefined) return []
    const hashes = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(text)
    if (hashes !== null) return [{ line, size: 1, level: hashes[1]?.length ?? 1, title: plain(hashes[2] ?? '') }]
    const under = /^ {0,3}(=+|-{3,})\s*$/.exec(lines[line + 1] ?? '')
    const isTitle = under !== null && text.trim() !== '' && !/^\s*([-*>|]|\d+\.)/.test(text)
    return isTitle
      ? [{ line, size: 2, level: under[1]?.startsWith('=') === true ? 1 : 2, title: plain(text.trim()) }]
      : []
  })
}

function sectionsOf(
  lines: readonly string[],
  headings: readonly Heading[],
  level: number,
  end: number,
): readonly MarkdownSection[] {
  const starts = headings.filter((heading) => heading.level <= level)
  return starts.map((heading, index) => {
    const until = starts[index + 1]?.line ?? end
    const inner = headings.filter(({ line }) => line > heading.line && line < until)
    const text = lines.slice(heading.line + heading.size, inner[0]?.line ?? until)
    const next = Math.min(...inner.map((each) => each.level), 6)
    return { title: heading.title, text: text.join('\n').trim(), parts: sectionsOf(lines, inner, next, until) }
  })
}

/** Templates explain themselves in comments; nobody decided those. */
function withoutComments(text: string): string {
  return text.replaceAll(/<!--[\s\S]*?-->/g, '')
}

/** Words without their marks: "**x**" is "x", "[x](y)" is "x". */
export function plain(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(\*\*|__|`)(.+?)\1/g, '$2')
    .trim()
}

/** The items of a list at its outermost level, what is indented below them joined on; nothing where there is no list. */
export function listItems(text: string): readonly string[] {
  const items: string[] = []
  for (const line of text.split('\n')) {
    const item = /^ {0,3}(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)?.[1]
    if (item !== undefined) items.push(item.trim())
    else if (line.trim() !== '' && items.length > 0) items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return items.map(plain).filter((item) => item !== '')
}

/** Text that is no item of a list. */
export function proseOf(text: string): string {
  const lines: string[] = []
  let inList = false
  for (const line of text.split('\n')) {
    if (/^ {0,3}(?:[-*+]|\d+[.)])\s+/.test(line)) inList = true
    else if (line.trim() === '') inList = false
    if (!inList) lines.push(line)
  }
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** The few forms of YAML that records use: words, lists in brackets, lists by dashes. */
function frontMatterOf(text: string): { readonly fields: MarkdownRecord['fields']; readonly body: string } {
  const found = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)
  if (found === null) return { fields: {}, body: text }
  const fields: Record<string, string | string[]> = {}
  let open: string | undefined
  for (const line of (found[1] ?? '').split('\n')) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1]
    const pair = /^([\w-]+):\s*(.*)$/.exec(line)
    if (item !== undefined && open !== undefined) fields[open] = [...asList(fields[open]), unquoted(item)]
    else if (pair !== null) {
      const [, name = '', value = ''] = pair
      open = name.toLowerCase()
      const list = /^\[(.*)\]$/.exec(value.trim())?.[1]
      fields[open] =
        list === undefined
          ? unquoted(value)
          : list
              .split(',')
              .map(unquoted)
              .filter((each) => each !== '')
    }
  }
  return { fields, body: text.slice(found[0].length) }
}

function asList(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2')
}
