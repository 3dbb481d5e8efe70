import { CircleHelp } from 'lucide-react'
import { EmptyState } from '../ui/index.ts'
import { useAnalysisState } from './stores.ts'

/** In place of a list that nobody has worked out: an empty one would say that all is well. */
export function NotJudged() {
  const failure = useAnalysisState((state) => state.failure)
  return (
    <EmptyState
      icon={CircleHelp}
      text={
        failure === undefined
          ? 'The design is being looked through.'
          : `Nothing can be said of this design: looking through it failed (${failure}). The design is safe; undo the last change to go on.`
      }
    />
  )
}
