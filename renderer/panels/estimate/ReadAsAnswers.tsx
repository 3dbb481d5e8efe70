import type { ActionEstimate } from '../../../shared/estimate/estimate.ts'
import { howToCallBack } from '../../../shared/estimate/read-as-answers.ts'
import { ElementChips } from '../ElementChips.tsx'

/** Which arrows of an action take no part in its numbers, since they lead back to who is still waiting. */
export function ReadAsAnswers({ action: { readAsAnswers = [] } }: { readonly action: ActionEstimate }) {
  if (readAsAnswers.length === 0) return null
  return (
    <p className="small muted estimate-note">
      What leads back to who is still waiting counts as an answer, not as a call, and takes no time and no money:{' '}
      <ElementChips ids={readAsAnswers} most={3} /> {howToCallBack(readAsAnswers.length)}
    </p>
  )
}
