import { useMemo } from 'react'
import type { Id } from '../../../shared/design/design.ts'
import type { Problem } from '../../../shared/design/problem.ts'
import { typographic } from '../../../shared/design/typographic.ts'
import { useAnalysisState } from '../stores.ts'
import { faultsOf, faultyFields, type Place } from './faults.ts'

type FaultNotesProps = { readonly on: Id } & Place

/** What is wrong at a field or with an element, in a sentence each; nothing where all is well. */
export function FaultNotes({ on, ...place }: FaultNotesProps) {
  const problems = useProblems()
  // Few elements have any: what follows is seldom more than a look.
  const faults = faultsOf(problems, on, place)
  if (faults.length === 0) return null
  return (
    <ul className="fault-notes">
      {faults.map(({ sentence, level }) => (
        <li key={sentence} data-level={level}>
          {typographic(sentence)}
        </li>
      ))}
    </ul>
  )
}

/** The fields of an element that something is wrong with, while one element is meant. */
export function useFaultyFields(on: Id | undefined): ReadonlySet<string> {
  const problems = useProblems()
  return useMemo(() => (on === undefined ? new Set() : faultyFields(problems, on)), [problems, on])
}

const none: readonly Problem[] = []

function useProblems(): readonly Problem[] {
  return useAnalysisState((state) => state.early?.problems ?? none)
}
