import type { Component, Id } from '../../design/design.ts'
import { known } from '../../design/value.ts'
import { controlInPlace } from '../../findings/commitment.ts'
import { azure, cwe } from '../../findings/refer.ts'
import { defineRule, type Found, type Rule, type RuleContext } from '../../findings/rule.ts'
import { listNames } from '../../findings/wording.ts'
import type { Graph } from '../../graph/graph.ts'

const scatteredKeys = defineRule({
  id: 'SEC-09',
  lenses: ['check'],
  title: 'Keys and passwords have no place of their own',
  severity: 'medium',
  topic: 'access',
  why: 'A key in code, settings or a shared file is copied along with it. Nobody then knows who has it, and it cannot be changed in one place.',
  references: [...azure('SE:09'), ...cwe('CWE-522', 'CWE-798')],
  falsePositive: 'The platform hands out identities and there is no key to keep: then state short-lived credentials.',
  *check(context) {
    const { graph } = context
    const vaults = graph.with('keeps-secrets')
    for (const holder of graph.components) {
      const secrets = secretsOutside(graph, holder)
      if (secrets.length > 0) yield keptIn(context, holder, secrets, vaults)
    }
    // That the key lasts is a finding of its own: a question about the vault would decide nothing more.
    if (vaults.length > 0 || !context.complete('access')) return
    for (const identity of graph.design.identities ?? []) {
      const callers = callersAs(graph, identity.id)
      if (known(identity.credential) !== 'longLived' || callers.length === 0) continue
      yield {
        type: 'found',
        anchors: [identity.id],
        elements: callers,
        problem: `${listNames(graph, callers)} ${callers.length === 1 ? 'uses' : 'use'} the lasting key of ${identity.name}, and nothing on the drawing keeps secrets.`,
        fix: `Keep the key of ${identity.name} in a secret store that changes it by itself.`,
        cause: `identity ${identity.id}`,
        remedy: {
          control: 'secrets-in-vault',
          title: `The key of ${identity.name} in a vault`,
          at: identity.id,
          strength: 'deterministic',
        },
      }
    }
  },
})

/** Secrets that a box keeps although it is neither a vault nor the one who issues them. */
function secretsOutside(graph: Graph, holder: Component): readonly Id[] {
  if (graph.has(holder, 'keeps-secrets') || graph.has(holder, 'authenticates')) return []
  return (holder.holds ?? []).filter((asset) => graph.asset(asset)?.type === 'secret')
}

function keptIn(
  { graph }: RuleContext,
  holder: Component,
  secrets: readonly Id[],
  vaults: readonly Component[],
): Found {
  const control = controlInPlace(graph, ['secrets-in-vault'], [holder.id, ...secrets])
  const [vault] = vaults
  const names = listNames(graph, secrets)
  return {
    type: 'found',
    anchors: [holder.id],
    elements: secrets,
    problem: `${holder.name} keeps ${names} itself.`,
    fix: `Move ${names} to ${vault?.name ?? 'a secret store'}, and let ${holder.name} fetch what it needs when it needs it.`,
    remedy: {
      control: 'secrets-in-vault',
      title: `${names} in ${vault?.name ?? 'a vault'}`,
      at: holder.id,
      strength: 'deterministic',
    },
    ...(vault === undefined
      ? {}
      : { quickFix: { label: `Move to ${vault.name}`, patch: moved(holder, secrets, vault) } }),
    ...(control === undefined ? {} : { mitigatedBy: control.id }),
  }
}

function moved(holder: Component, secrets: readonly Id[], vault: Component) {
  return {
    components: {
      [holder.id]: { holds: (holder.holds ?? []).filter((asset) => !secrets.includes(asset)) },
      [vault.id]: { holds: [...new Set([...(vault.holds ?? []), ...secrets])] },
    },
  }
}

function callersAs(graph: Graph, identity: Id): readonly Id[] {
  const flows = graph.flows.filter((flow) => (flow.flow.as ?? graph.component(flow.caller)?.as) === identity)
  return [...new Set(flows.map((flow) => flow.caller))].toSorted()
}

export const secrets: readonly Rule[] = [scatteredKeys]
