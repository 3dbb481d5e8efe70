import { useState } from 'react'
import type { QuestionGroup } from '../../shared/findings/finding.ts'
import { fieldOfQuestion } from '../../shared/findings/question-field.ts'
import { answerAll, takesUnknown } from '../panels/questions/answer.ts'
import { AnswerForm, type Aside } from '../panels/questions/AnswerForm.tsx'
import { saidNow } from '../panels/inspector/said-by.ts'
import { designStore, editDesign, useAnalysis, viewStore } from '../panels/stores.ts'
import { QuestionCard } from './QuestionCard.tsx'
import { followQuestions, questionAt, startWalk, stepBack, stepForward } from './question-walk.ts'
import { WalkEnd } from './WalkEnd.tsx'
import { type RoomKey, WorkshopRoom } from './WorkshopRoom.tsx'

const none: readonly QuestionGroup[] = []

export function QuestionRoom() {
  const groups = useAnalysis((analysis) => analysis?.questions) ?? none
  const [kept, setWalk] = useState(() => startWalk(groups))
  const [aside, setAside] = useState<Aside>('none')
  // What an answer raises joins as it comes; the stored order follows with the next step.
  const walk = followQuestions(kept, groups)
  const group = questionAt(walk, groups)
  const move = (next: typeof walk) => {
    setAside('none')
    setWalk(next)
  }
  const forward = () => move(stepForward(walk, groups))
  const onKey = (letter: string): boolean => {
    if (group === undefined) return false
    if (letter === 'd' && takesUnknown(group)) setAside('unknown')
    else if (letter === 'x' && group.rules.length > 0) setAside('notApplicable')
    else if ((letter === 'y' || letter === 'n') && isYesNo(group)) {
      editDesign('Answer a question', (one) => answerAll(one, group, letter === 'y', saidNow()))
      forward()
    } else return false
    return true
  }
  const close = () => viewStore.getState().set({ questionsOpen: false })
  return (
    <WorkshopRoom
      count={group === undefined ? '' : `Question ${walk.at + 1} of ${walk.order.length}`}
      walk={walk}
      progressLabel="Questions gone through"
      isOver={group === undefined}
      keys={group === undefined ? [] : keysOf(group)}
      onBack={() => move(stepBack(walk, groups))}
      onForward={forward}
      onKey={onKey}
      onEscape={aside === 'none' ? undefined : () => setAside('none')}
      onClose={close}
    >
      {group === undefined ? (
        <WalkEnd walk={walk} groups={groups} onAgain={() => move(startWalk(groups))} onClose={close} />
      ) : (
        <main className="question-room-body" data-question={group.id}>
          <QuestionCard key={group.id} group={group}>
            <AnswerForm group={group} large aside={aside} onAside={setAside} onAnswered={forward} onShow={close} />
          </QuestionCard>
        </main>
      )}
    </WorkshopRoom>
  )
}

function keysOf(group: QuestionGroup): readonly RoomKey[] {
  return [
    ...(isYesNo(group)
      ? ([
          ['Y', 'yes'],
          ['N', 'no'],
        ] as const)
      : []),
    ...(takesUnknown(group) ? ([['D', 'don’t know']] as const) : []),
    ...(group.rules.length > 0 ? ([['X', 'does not apply']] as const) : []),
    ['→', 'skip'],
  ]
}

function isYesNo(group: QuestionGroup): boolean {
  if (group.answer === 'yesNo') return true
  return group.answer === 'field' && fieldOfQuestion(designStore.getState().design, group)?.type === 'boolean'
}
