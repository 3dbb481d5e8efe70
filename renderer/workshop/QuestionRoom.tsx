import './question-room.css'
import { ArrowLeft, ArrowRight, X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { QuestionGroup } from '../../shared/findings/finding.ts'
import { fieldOfQuestion } from '../../shared/findings/question-field.ts'
import { answerAll, takesUnknown } from '../panels/questions/answer.ts'
import { AnswerForm, type Aside } from '../panels/questions/AnswerForm.tsx'
import { saidNow } from '../panels/inspector/said-by.ts'
import { designStore, editDesign, undo, useAnalysis, useDesign, viewStore } from '../panels/stores.ts'
import { Button, IconButton } from '../ui/index.ts'
import { QuestionCard } from './QuestionCard.tsx'
import { followQuestions, questionAt, startWalk, stepBack, stepForward } from './question-walk.ts'
import { WalkEnd } from './WalkEnd.tsx'

const none: readonly QuestionGroup[] = []

export function QuestionRoom() {
  const groups = useAnalysis((analysis) => analysis?.questions) ?? none
  const design = useDesign((one) => one.name)
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
  const back = () => move(stepBack(walk, groups))
  const onKey = (event: KeyboardEvent) => {
    if (isTyping(event.target)) return
    const key = event.key.toLowerCase()
    if ((event.ctrlKey || event.metaKey) && key === 'z') undo()
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (key === 'arrowright') forward()
    else if (key === 'arrowleft') back()
    else if (group === undefined) return
    else if (key === 'd' && takesUnknown(group)) setAside('unknown')
    else if (key === 'x' && group.rules.length > 0) setAside('notApplicable')
    else if ((key === 'y' || key === 'n') && isYesNo(group)) {
      editDesign('Answer a question', (one) => answerAll(one, group, key === 'y', saidNow()))
      forward()
    } else return
    event.preventDefault()
  }
  const close = () => viewStore.getState().set({ questionsOpen: false })
  return (
    <RadixDialog.Root open onOpenChange={close}>
      <RadixDialog.Portal>
        <RadixDialog.Content
          className="question-room"
          aria-describedby={undefined}
          onKeyDown={onKey}
          onEscapeKeyDown={(event) => {
            if (aside === 'none') return
            event.preventDefault()
            setAside('none')
          }}
          onOpenAutoFocus={(event) => {
            event.preventDefault()
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
          }}
        >
          <header className="question-room-head">
            <RadixDialog.Title className="question-room-title ellipsis">{design}</RadixDialog.Title>
            <span className="question-room-count">
              {group === undefined ? '' : `Question ${walk.at + 1} of ${walk.order.length}`}
            </span>
            <IconButton label="Close" icon={X} onClick={close} />
          </header>
          <progress
            className="question-room-progress"
            aria-label="Questions gone through"
            value={walk.at}
            max={Math.max(1, walk.order.length)}
          />
          {group === undefined ? (
            <WalkEnd walk={walk} groups={groups} onAgain={() => move(startWalk(groups))} onClose={close} />
          ) : (
            <main className="question-room-body" data-question={group.id}>
              <QuestionCard key={group.id} group={group}>
                <AnswerForm group={group} large aside={aside} onAside={setAside} onAnswered={forward} onShow={close} />
              </QuestionCard>
            </main>
          )}
          <footer className="question-room-foot">
            <Button tone="quiet" large icon={ArrowLeft} onClick={back} disabled={walk.at === 0}>
              Back
            </Button>
            <span className="question-room-keys">
              {group !== undefined && isYesNo(group) ? <Key word="yes" name="Y" /> : null}
              {group !== undefined && isYesNo(group) ? <Key word="no" name="N" /> : null}
              {group !== undefined && takesUnknown(group) ? <Key word="don’t know" name="D" /> : null}
              {group !== undefined && group.rules.length > 0 ? <Key word="does not apply" name="X" /> : null}
              {group === undefined ? null : <Key word="skip" name="→" />}
            </span>
            <Button tone="quiet" large icon={ArrowRight} onClick={forward} disabled={group === undefined}>
              Skip
            </Button>
          </footer>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}

function Key({ name, word }: { readonly name: string; readonly word: string }) {
  return (
    <span>
      <kbd>{name}</kbd> {word}
    </span>
  )
}

function isYesNo(group: QuestionGroup): boolean {
  if (group.answer === 'yesNo') return true
  return group.answer === 'field' && fieldOfQuestion(designStore.getState().design, group)?.type === 'boolean'
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [role=combobox], [role=listbox] *')
}
