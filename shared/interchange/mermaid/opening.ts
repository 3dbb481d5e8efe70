/** How a Mermaid text begins: which diagram it is, what stands before it, and where its statements are. */
export interface Opening {
  /** The word that names the diagram, as it is written: "flowchart", "sequenceDiagram". */
  readonly type: string
  readonly isFlowchart: boolean
  /** The title of its front matter. */
  readonly title?: string
  /** What follows the word and its direction. */
  readonly body: string
  /** The line of the whole text, 1-based, that the body begins on. */
  readonly firstLine: number
  /** Something stands behind the closing fence. */
  readonly hasMore: boolean
}

/** Whoever puts more before the first statement of a diagram has written something else. */
const openingCharacters = 20_000

const fence = /^\s*(`{3,}|~{3,})[ \t]*mermaid[^\r\n]*(?:\r?\n|$)/
const frontMatter = /^\s*---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/
/** Blank lines, comments and directives such as `%%{init: ...}%%`. */
const preamble = /^(?:\s+|%%\{[\s\S]*?\}%%|%%[^\r\n]*)+/
const flowchart =
  /^(flowchart-elk|flowchart|graph)(?:[ \t]+(?:(?:TB|TD|BT|RL|LR)\b|[<>^v](?=[\s;]|$))|(?=[ \t]*(?:[;\r\n]|$)))/
/** Words that begin nothing but a diagram; those that are words of people as well have to stand alone on their line. */
const otherDiagram =
  /^(?:(?:sequenceDiagram|classDiagram|stateDiagram|erDiagram|gitGraph|quadrantChart|requirementDiagram|zenuml|C4[A-Z][A-Za-z]+|(?:architecture|block|sankey|xychart|packet|radar|treemap)-beta)\b[\w-]*|(?:gantt|pie|journey|mindmap|timeline|kanban|block|packet|architecture|sankey|xychart|treemap|radar)(?=[ \t]*(?:[;\r\n]|$)))/

/** The beginning of a Mermaid text, with or without a Markdown fence around it; undefined for any other text. */
export function openDiagram(text: string): Opening | undefined {
  const fenced = fence.exec(text.slice(0, openingCharacters))
  const { inside, hasMore } = fenced === null ? { inside: text, hasMore: false } : insideFence(text, fenced)
  const head = inside.slice(0, openingCharacters)
  const matter = frontMatter.exec(head)
  const after = matter?.[0].length ?? 0
  const start = after + (preamble.exec(head.slice(after))?.[0].length ?? 0)
  const rest = head.slice(start)
  const flow = flowchart.exec(rest)
  const word = flow ?? otherDiagram.exec(rest) ?? (fenced === null ? null : /^[\w-]+/.exec(rest))
  if (word === null) return undefined
  const title = /^title:(.*)$/m
    .exec(matter?.[1] ?? '')?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  const bodyAt = start + word[0].length
  return {
    type: flow?.[1] ?? word[0],
    isFlowchart: flow !== null,
    ...(title === undefined || title === '' ? {} : { title }),
    body: inside.slice(bodyAt),
    firstLine: linesIn(fenced?.[0] ?? '') + linesIn(inside.slice(0, bodyAt)) + 1,
    hasMore,
  }
}

function insideFence(text: string, opening: RegExpExecArray): { readonly inside: string; readonly hasMore: boolean } {
  const inside = text.slice(opening[0].length)
  const closing = new RegExp(`^[ \\t]*${opening[1] ?? ''}[ \\t]*$`, 'm').exec(inside)
  if (closing === null) return { inside, hasMore: false }
  const more = inside.slice(closing.index + closing[0].length)
  return { inside: inside.slice(0, closing.index), hasMore: more.trim() !== '' }
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}
