import { useState } from 'react'
import { useDesign } from '../stores.ts'

const storageKey = 'lintel:answering'

/** Who answers: remembered on this machine, at first the author of the design. */
export function useAnsweringName(): readonly [name: string, setName: (name: string) => void] {
  const author = useDesign((design) => design.authors?.[0]) ?? ''
  const [name, setName] = useState(() => localStorage.getItem(storageKey))
  return [
    name ?? author,
    (next) => {
      localStorage.setItem(storageKey, next)
      setName(next)
    },
  ]
}
