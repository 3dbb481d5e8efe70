import { CheckCheck } from 'lucide-react'
import type { QuestionGroup } from '../../shared/findings/finding.ts'
import { typographic } from '../../shared/design/typographic.ts'
import { whoKnows } from '../panels/questions/question-words.ts'
import { Button } from '../ui/index.ts'
import { tally, type Walk } from './question-walk.ts'

interface WalkEndProps {
  readonly walk: Walk
  readonly groups: readonly QuestionGroup[]
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** Where the room stands: what was answered, and who owes what by when. */
export function WalkEnd({ walk, groups, onAgain, onClose }: WalkEndProps) {
  const { answered, asked, skipped } = tally(walk, groups)
  const open = asked.length + skipped.length
  return (
    <main className="question-room-body">
      <CheckCheck size={32} aria-hidden />
      <h3 className="question-room-text">
        {walk.order.length === 0 ? 'There is nothing to ask about this drawing.' : sentence(answered, open)}
      </h3>
      {asked.length === 0 ? null : <Owed title="Somebody will say" groups={asked} />}
      {skipped.length === 0 ? null : <Owed title="Still open" groups={skipped} />}
      <div className="question-room-answers">
        <div className="question-answers">
          <Button tone="primary" large onClick={onClose}>
            Back to the drawing
          </Button>
          {open === 0 ? null : (
            <Button tone="quiet" large onClick={onAgain}>
              Ask again what is open
            </Button>
          )}
        </div>
      </div>
    </main>
  )
}

function Owed({ title, groups }: { readonly title: string; readonly groups: readonly QuestionGroup[] }) {
  return (
    <section className="question-room-owed" aria-label={title}>
      <h4>{title}</h4>
      <ul>
        {groups.map((group) => (
          <li key={group.id}>
            {typographic(group.text)} <span className="muted">{whoKnows(group)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sentence(answered: number, open: number): string {
  if (answered === 0) return `Nothing is answered yet, ${open} ${open === 1 ? 'question is' : 'questions are'} open.`
  const done = answered === 1 ? '1 question is answered' : `${answered} questions are answered`
  return open === 0 ? `${done}, none is open.` : `${done}, ${open} ${open === 1 ? 'is' : 'are'} open.`
}
