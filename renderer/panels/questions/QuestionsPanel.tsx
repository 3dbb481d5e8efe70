import { MessageCircleQuestionMark, Presentation } from 'lucide-react'
import { useState } from 'react'
import { firstSight } from '../../../shared/findings/first-sight.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { useAnalysis, useDesign, viewStore } from '../stores.ts'
import { NotJudged } from '../NotJudged.tsx'
import { QuestionRow } from './QuestionRow.tsx'
import { SaidQuestions } from './SaidQuestions.tsx'

/** What the drawing cannot tell and what people asked: the first with what it decides, the second in words. */
export function QuestionsPanel() {
  const wasAsked = useDesign((design) => (design.questions ?? []).some(({ date }) => date !== undefined))
  const hasAny = useAnalysis((one) => (one?.questions.length ?? 0) > 0)
  if (!wasAsked) return <DrawnQuestions />
  return (
    <div className="panel-list">
      {hasAny ? <DrawnQuestions /> : null}
      <SaidQuestions />
    </div>
  )
}

/** What the drawing cannot tell, those first whose answer can change the worst verdict. One answer serves all alike. */
function DrawnQuestions() {
  const analysis = useAnalysis((one) => one)
  const [all, setAll] = useState(false)
  if (analysis === undefined) return <NotJudged />
  const groups = analysis.questions
  if (groups.length === 0) {
    return (
      <EmptyState
        icon={MessageCircleQuestionMark}
        text={
          analysis.estimate.meaningful
            ? 'Nothing that decides a verdict is left open.'
            : 'Connect two components and what the drawing cannot tell is asked here.'
        }
      />
    )
  }
  const shown = all ? groups : firstSight(analysis).questions
  const folded = groups.length - shown.length
  return (
    <div className="panel-list">
      <div className="panel-bar">
        <span className="panel-bar-note">
          {groups.length} {groups.length === 1 ? 'question' : 'questions'}, those first whose answer can change most
        </span>
        <Button icon={Presentation} onClick={() => viewStore.getState().set({ questionsOpen: true })}>
          Ask the room
        </Button>
      </div>
      {shown.map((group) => (
        <QuestionRow key={group.id} group={group} />
      ))}
      {folded > 0 ? (
        <div className="panel-foot">
          <Button tone="quiet" onClick={() => setAll(true)}>
            Show {folded} more, that {folded === 1 ? 'changes' : 'change'} no more than these
          </Button>
        </div>
      ) : null}
    </div>
  )
}
