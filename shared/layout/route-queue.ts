/**
 * A binary heap of states by cost. Of equal costs the one that came last tends to leave first: a search then follows one
 * of many equally good ways to its end instead of all of them at once. The same pushes give the same order every time.
 */
export class Queue {
  private costs = new Float64Array(256)
  private states = new Int32Array(256)
  private size = 0
  /** Of the state that left last. */
  cost = 0

  push(cost: number, state: number): void {
    if (this.size === this.states.length) this.grow()
    const { costs, states } = this
    let at = this.size
    this.size += 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = costs[parent] ?? 0
      if (above < cost) break
      costs[at] = above
      states[at] = states[parent] ?? 0
      at = parent
    }
    costs[at] = cost
    states[at] = state
  }

  /** The state with the lowest cost; -1 when there is none. */
  pop(): number {
    if (this.size === 0) return -1
    const { costs, states } = this
    const first = states[0] ?? -1
    this.cost = costs[0] ?? 0
    const size = (this.size -= 1)
    const cost = costs[size] ?? 0
    let at = 0
    for (;;) {
      let least = 2 * at + 1
      if (least >= size) break
      if (least + 1 < size && (costs[least + 1] ?? 0) < (costs[least] ?? 0)) least += 1
      const below = costs[least] ?? 0
      if (below >= cost) break
      costs[at] = below
      states[at] = states[least] ?? 0
      at = least
    }
    costs[at] = cost
    states[at] = states[size] ?? 0
    return first
  }

  private grow(): void {
    const costs = new Float64Array(this.costs.length * 2)
    const states = new Int32Array(costs.length)
    costs.set(this.costs)
    states.set(this.states)
    this.costs = costs
    this.states = states
  }
}
