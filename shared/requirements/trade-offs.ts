import type { Design, Id, Requirement } from '../design/design.ts'

/** The requirements that one is traded against: those that it names, and those that name it. Each once, in file order. */
export function tradeOffsOf({ requirements = [] }: Design, id: Id): readonly Requirement[] {
  const own = requirements.find((each) => each.id === id)?.against ?? []
  return requirements.filter((each) => each.id !== id && (own.includes(each.id) || each.against?.includes(id) === true))
}

/** The design with a trade-off between two requirements stated once, or taken back wherever it was stated. */
export function setTradeOff(design: Design, one: Id, other: Id, on: boolean): Design {
  if (one === other || tradeOffsOf(design, one).some(({ id }) => id === other) === on) return design
  return {
    ...design,
    requirements: (design.requirements ?? []).map((each) => {
      if (on) return each.id === one ? { ...each, against: [...(each.against ?? []), other] } : each
      if (each.id === one) return withoutAgainst(each, other)
      return each.id === other ? withoutAgainst(each, one) : each
    }),
  }
}

function withoutAgainst(requirement: Requirement, id: Id): Requirement {
  if (requirement.against?.includes(id) !== true) return requirement
  const { against, ...rest } = requirement
  const kept = against.filter((each) => each !== id)
  return kept.length === 0 ? rest : { ...rest, against: kept }
}
