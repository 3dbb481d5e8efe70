import type { Block, Chart, Column, Inline, Picture, Slide, Text, Tone } from './outline.ts'

/** What the builders take for text: one piece, or several. */
export type Words = string | Text

function text(words: Words): Text {
  return typeof words === 'string' ? [words] : words
}
export function strong(words: string): Inline {
  return { type: 'strong', text: words }
}
export function code(words: string): Inline {
  return { type: 'code', text: words }
}
export function badge(words: string, tone: Tone): Inline {
  return { type: 'badge', text: words, tone }
}
/** What stands in the place of a fact that nobody has stated; left out where nothing else stands there. */
export function unstated(words: string): Inline {
  return { type: 'badge', text: words, tone: 'unknown', unanswered: true }
}
/** Addresses that a reader may follow: on the web, by mail, or a document beside this one. */
export function isFollowable(url: string): boolean {
  return /^(https?:\/\/|mailto:|\w[\w.-]*\.(md|html|pdf|docx|pptx|xlsx|csv|json|yaml|sarif)$)/i.test(url)
}

/** A link when the address is one that a reader may follow (or a file beside this one); else the words alone. */
export function link(words: string, url: string | undefined): Inline {
  return url !== undefined && isFollowable(url) ? { type: 'link', text: words, url } : words
}

/** A link to another record of the same set, as Markdown names it. */
export function recordLink(words: string, fileName: string): Inline {
  return { type: 'link', text: words, url: `${fileName}.md`, isRecord: true }
}

/** Fields before a Markdown document; what is absent or empty is left out. */
export function frontMatter(fields: Readonly<Record<string, string | readonly string[] | undefined>>): Block {
  const stated: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value.length > 0) stated[name] = value
  return { type: 'frontMatter', fields: stated }
}
export function heading(level: 1 | 2 | 3 | 4, words: string, anchor?: string): Block {
  return { type: 'heading', level, text: words, ...(anchor === undefined ? {} : { anchor }) }
}
export function paragraph(words: Words): Block {
  return { type: 'paragraph', text: text(words) }
}
/** A passage that says only that nobody has said it yet: it is left out, or stands as a mark, by choice. */
export function unanswered(words: Words): Block {
  return { type: 'paragraph', text: text(words), unanswered: true }
}
export function list(items: readonly Words[], ordered = false): Block {
  return { type: 'list', ordered, items: items.map(text) }
}
export function table(
  columns: readonly (string | Column)[],
  rows: readonly (readonly Words[])[],
  caption?: string,
): Block {
  return {
    type: 'table',
    columns: columns.map((column) => (typeof column === 'string' ? { title: column } : column)),
    rows: rows.map((row) => row.map(text)),
    ...(caption === undefined ? {} : { caption }),
  }
}
/** Label and value, line by line; what is absent or empty is left out. */
export function facts(rows: Readonly<Record<string, Words | undefined>>): Block {
  const stated: { label: string; value: Text }[] = []
  for (const [label, value] of Object.entries(rows)) {
    if (value !== undefined && value.length > 0) stated.push({ label, value: text(value) })
  }
  return { type: 'facts', rows: stated }
}
/** Facts of which two may have one label, such as two of one day. */
export function factsOf(rows: readonly { readonly label: string; readonly value: Words }[]): Block {
  return { type: 'facts', rows: rows.map(({ label, value }) => ({ label, value: text(value) })) }
}
export function callout(tone: Tone, title: string, words: Words): Block {
  return { type: 'callout', tone, title, text: text(words) }
}
export function diagram(picture: Picture, caption: string): Block {
  return { type: 'diagram', picture, caption }
}
export function chart(drawn: Chart, caption: string): Block {
  return { type: 'chart', chart: drawn, caption }
}
/** One slide of a deck with its blocks; other writers show it as a section. */
export function slide(
  title: string,
  blocks: readonly Block[],
  rest: Pick<Slide, 'footnote' | 'speakerNotes' | 'id'> = {},
): Slide {
  return { type: 'slide', title, blocks, ...rest }
}
/** A heading with what belongs under it; nothing at all when nothing belongs there. */
export function section(level: 1 | 2 | 3 | 4, title: string, ...blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [heading(level, title), ...blocks]
}
