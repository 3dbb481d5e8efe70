import type { Finding, Topic } from '../../../shared/findings/finding.ts'
import { topicWord } from '../../../shared/findings/topic-words.ts'
import { textOfFinding } from './finding-text.ts'
import type { ShownLine } from './hold-lines.ts'

export type GroupBy = 'fix' | 'severity' | 'element' | 'topic'

export interface LineGroup {
  readonly key: string
  /** Absent where the lines speak for themselves. */
  readonly title?: string
  readonly lines: readonly ShownLine[]
}

/**
 * Groups in the order of their worst line: the list comes ranked, so first met is worst. What one control repairs
 * stands together; where every line has a repair of its own there is nothing to head.
 */
export function groupLines(
  lines: readonly ShownLine[],
  by: GroupBy,
  name: (id: string) => string = (id) => id,
): readonly LineGroup[] {
  const groups = new Map<string, ShownLine[]>()
  for (const line of lines) {
    const key = keyOf(line.findings[0], by)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups].map(([key, members]) => {
    const title = titleOf(key, by, members, name)
    return { key, ...(title === undefined ? {} : { title }), lines: members }
  })
}

function keyOf(finding: Finding, by: GroupBy): string {
  if (by === 'severity') return finding.severity
  if (by === 'topic') return finding.topic
  if (by === 'element') return finding.anchors.at(-1) ?? finding.elements[0] ?? ''
  const { remedy } = finding
  return remedy === undefined ? finding.rule : `${remedy.control} ${remedy.at}`
}

function titleOf(
  key: string,
  by: GroupBy,
  members: readonly ShownLine[],
  name: (id: string) => string,
): string | undefined {
  if (by === 'element') return name(key)
  if (by === 'topic') return topicWord(key)
  if (by === 'severity') return key.charAt(0).toUpperCase() + key.slice(1)
  const remedy = members[0]?.findings[0].remedy
  return remedy === undefined || members.length < 2 ? undefined : `${remedy.title}: ${name(remedy.at)}`
}

/** The lines that a person asked for: of a topic, with all words somewhere in what they say. */
export function filterLines(
  lines: readonly ShownLine[],
  { topic, words }: { readonly topic: Topic | undefined; readonly words: string },
): readonly ShownLine[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter(
    ({ findings }) =>
      (topic === undefined || findings[0].topic === topic) &&
      wanted.every((word) => findings.some((finding) => textOfFinding(finding).includes(word))),
  )
}
