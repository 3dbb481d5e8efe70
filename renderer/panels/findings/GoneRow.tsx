import { Check } from 'lucide-react'
import type { Finding } from '../../../shared/findings/finding.ts'
import { useAnalysis } from '../stores.ts'
import { statusWords } from './status-words.ts'

/** It was here a moment ago: the place is kept until nobody points at the list. */
export function GoneRow({ finding }: { readonly finding: Finding }) {
  const status = useAnalysis((analysis) => analysis?.findings.find(({ id }) => id === finding.id)?.status)
  return (
    <p className="finding-gone">
      <Check size={13} aria-hidden /> {finding.title}:{' '}
      {status === undefined ? 'closed, it is no longer found' : statusWords[status].toLowerCase()}.
    </p>
  )
}
