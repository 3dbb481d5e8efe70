import { lazy, Suspense } from 'react'
import { useView } from '../store/view-store.ts'

const QuestionRoom = lazy(async () => ({ default: (await import('./QuestionRoom.tsx')).QuestionRoom }))

/** Questions for a room full of people: one at a time, in large type, over everything else. */
export function QuestionMode() {
  const open = useView((view) => view.questionsOpen)
  return open ? (
    <Suspense>
      <QuestionRoom />
    </Suspense>
  ) : null
}
