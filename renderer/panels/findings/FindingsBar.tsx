import { memo } from 'react'
import type { Topic } from '../../../shared/findings/finding.ts'
import { topicWords } from '../../../shared/findings/topic-words.ts'
import { Nudge } from '../../app/Nudge.tsx'
import { Choice, Segmented } from '../../ui/index.ts'
import { FindInList } from './FindInList.tsx'
import type { GroupBy } from './group-findings.ts'

export interface Filter {
  readonly topic: Topic | undefined
  readonly words: string
}

interface FindingsBarProps {
  readonly by: GroupBy
  readonly onGroup: (by: GroupBy) => void
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** Topics that something was found in. */
  readonly topics: readonly Topic[]
  readonly note: string
}

/** How the list is grouped, and what of it is shown. */
export const FindingsBar = memo(function FindingsBar({
  by,
  onGroup,
  filter,
  onFilter,
  topics,
  note,
}: FindingsBarProps) {
  return (
    <div className="panel-bar">
      <Segmented
        label="Group by"
        value={by}
        options={[
          { value: 'fix', label: 'By fix' },
          { value: 'severity', label: 'By severity' },
          { value: 'element', label: 'By element' },
          { value: 'topic', label: 'By topic' },
        ]}
        onChange={(next) => onGroup(next ?? by)}
      />
      <Choice
        label="Topic"
        className="findings-topic"
        value={filter.topic}
        placeholder="All topics"
        clearLabel="All topics"
        options={topicWords
          .filter(({ topic }) => topics.includes(topic) || topic === filter.topic)
          .map(({ topic, word }) => ({ value: topic, label: word }))}
        onClear={() => onFilter({ ...filter, topic: undefined })}
        onChange={(next) => onFilter({ ...filter, topic: topicWords.find(({ topic }) => topic === next)?.topic })}
      />
      <FindInList words={filter.words} onWords={(words) => onFilter({ ...filter, words })} />
      <Nudge id="findings" />
      <span className="panel-bar-note">{note}</span>
    </div>
  )
})
